//! `cargo xtask run`: builds one program and becomes it.

use crate::FALLS_SHORT;
use crate::cargo;
use crate::catalogue;
use crate::holder;
use crate::messages;
use anyhow::Context;
use anyhow::Result;
use std::ffi::OsString;
use std::process::Command;

/// Build and run one of your programs by hand.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  cargo xtask run greeter
  cargo xtask run echo-server 127.0.0.1:0
  cargo xtask run echo-client -- 127.0.0.1:10000 hello")]
pub(crate) struct Arguments {
    /// The program's name; `cargo xtask list` shows them.
    program: String,
    /// Run the solution's program instead of yours.
    #[arg(long)]
    solution: bool,
    /// What the program gets as its own arguments.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

/// # Errors
/// Wrong usage, and what is not the student's fault.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let (lesson, name) = catalogue::program(&arguments.program)?;
    let built = cargo::build_programs(lesson.name, &[name], arguments.solution, true)?;
    messages::warnings(&built.warnings, true);
    if !built.ok {
        messages::did_not_compile(&built.errors);
        return Ok(FALLS_SHORT);
    }
    let target = format!("{name}{}", cargo::suffix(arguments.solution));
    let executable = built
        .executables
        .get(&target)
        .context("cargo built no such program")?;
    holder::warn(name, arguments.solution, &arguments.arguments);
    let mut command = Command::new(executable);
    command.args(&arguments.arguments);
    become_program(command).with_context(|| format!("failed to start {executable}"))
}

/// The program takes our place, so that Ctrl-C and the exit status are its own.
#[cfg(unix)]
fn become_program(mut command: Command) -> Result<u8> {
    Err(std::os::unix::process::CommandExt::exec(&mut command).into())
}

#[cfg(not(unix))]
fn become_program(mut command: Command) -> Result<u8> {
    let status = command.status()?;
    Ok(status
        .code()
        .and_then(|code| u8::try_from(code).ok())
        .unwrap_or(crate::OUR_FAULT))
}
