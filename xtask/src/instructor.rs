//! `cargo xtask grade`, `merge` and `report`: the instructor's commands are a program of their own (`crates/instructor`), built when one of
//! them is first used, so that no student compiles it.

use crate::cargo;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use std::ffi::OsString;
use std::process::Command;

/// Everything after the command's name is the instructor's program's own affair, `--help` included.
#[derive(clap::Args)]
#[command(disable_help_flag = true)]
pub(crate) struct Arguments {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    words: Vec<OsString>,
}

/// Builds the program and becomes it.
///
/// # Errors
/// Where this system cannot do it, and where the program does not compile or cannot be started.
pub(crate) fn main(name: &str, arguments: &Arguments) -> Result<u8> {
    if name == "grade" && !cfg!(target_os = "linux") {
        // Nobody shall wait for a build to read this.
        bail!(
            "grading a class needs Linux, whose namespaces keep strangers' programs apart from the machine; a virtual machine will do"
        );
    }
    let mut command = Command::new(executable()?);
    command.arg(name).args(&arguments.words);
    become_it(command)
}

/// Where the program is, once it has been built.
///
/// # Errors
/// Where it does not compile.
pub(crate) fn executable() -> Result<String> {
    let built = cargo::build(&["--package", "instructor"], true)?;
    match built.executables.get("loopback-instructor") {
        Some(executable) if built.ok => Ok(executable.clone()),
        _ => bail!("the instructor's program does not compile"),
    }
}

#[cfg(unix)]
fn become_it(mut command: Command) -> Result<u8> {
    // Signals and the terminal are then its own.
    let error = std::os::unix::process::CommandExt::exec(&mut command);
    Err(error).context("failed to start the instructor's program")
}

#[cfg(not(unix))]
fn become_it(mut command: Command) -> Result<u8> {
    let status = command
        .status()
        .context("failed to start the instructor's program")?;
    Ok(status
        .code()
        .and_then(|code| u8::try_from(code).ok())
        .unwrap_or(crate::OUR_FAULT))
}
