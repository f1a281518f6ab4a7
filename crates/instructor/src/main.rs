//! The instructor's commands: `cargo xtask grade` builds this program when it is first used, and becomes it. Parses, dispatches, and turns
//! what went wrong into exit status 2.

#![cfg_attr(
    not(target_os = "linux"),
    expect(
        dead_code,
        reason = "only Linux has cells; elsewhere verdicts are merged and reported, not made"
    )
)]

#[cfg(target_os = "linux")]
mod cells;
#[cfg(target_os = "linux")]
mod compile;
#[cfg(target_os = "linux")]
mod driver;
#[cfg(target_os = "linux")]
mod grade;
#[cfg(target_os = "linux")]
mod judge;
mod messages;
mod outputs;
#[cfg(target_os = "linux")]
mod probe;
#[cfg(target_os = "linux")]
mod progress;
#[cfg(target_os = "linux")]
mod prove;
mod report;
#[cfg(target_os = "linux")]
mod twice;
#[cfg(target_os = "linux")]
mod versions;

use clap::Parser;
use clap::Subcommand;
use std::process::ExitCode;

/// Everything that was planned has been done.
const DONE: u8 = 0;
/// Wrong usage, or the tool or the machine is at fault.
const OUR_FAULT: u8 = 2;

/// Loopback for instructors: grade a class's submissions.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, after_help = messages::HELP_END)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    #[cfg(target_os = "linux")]
    Grade(grade::Arguments),
    /// Grade a class: only on Linux, whose namespaces keep strangers' programs apart from the machine.
    #[cfg(not(target_os = "linux"))]
    Grade(Anything),
    Merge(report::MergeArguments),
    Report(report::ReportArguments),
    #[cfg(target_os = "linux")]
    #[command(hide = true)]
    Probe(probe::Arguments),
    #[cfg(target_os = "linux")]
    #[command(hide = true)]
    Prove(prove::Arguments),
    #[cfg(target_os = "linux")]
    #[command(hide = true)]
    Twice(twice::Arguments),
    #[cfg(target_os = "linux")]
    #[command(hide = true)]
    Driver(driver::Arguments),
    #[cfg(target_os = "linux")]
    #[command(hide = true)]
    Look(driver::LookArguments),
}

/// Whatever somebody says to a command that this system does not have.
#[cfg(not(target_os = "linux"))]
#[derive(clap::Args)]
struct Anything {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    words: Vec<String>,
}

fn main() -> ExitCode {
    // A driver first of all, since only a process with a single thread may enter a cell.
    let result = match Cli::parse().command {
        #[cfg(target_os = "linux")]
        Command::Driver(arguments) => driver::main(&arguments),
        #[cfg(target_os = "linux")]
        Command::Look(arguments) => driver::look(&arguments),
        #[cfg(target_os = "linux")]
        Command::Grade(arguments) => grade::main(&arguments),
        #[cfg(not(target_os = "linux"))]
        Command::Grade(_) => Err(anyhow::anyhow!(
            "grading a class needs Linux, whose namespaces keep strangers' programs apart from the machine; a virtual machine will do"
        )),
        Command::Merge(arguments) => report::merge(&arguments),
        Command::Report(arguments) => report::main(&arguments),
        #[cfg(target_os = "linux")]
        Command::Probe(arguments) => probe::main(&arguments),
        #[cfg(target_os = "linux")]
        Command::Prove(arguments) => prove::main(&arguments),
        #[cfg(target_os = "linux")]
        Command::Twice(arguments) => twice::main(&arguments),
    };
    match result {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            messages::error(&error);
            ExitCode::from(OUR_FAULT)
        }
    }
}
