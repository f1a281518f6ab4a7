//! The instructor's commands: `cargo xtask grade` builds this program when it is first used, and becomes it. Parses, dispatches, and turns
//! what went wrong into exit status 2.

mod cells;
mod compile;
mod driver;
mod grade;
mod judge;
mod messages;
mod outputs;
mod probe;
mod progress;
mod prove;
mod report;
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
    Grade(grade::Arguments),
    Merge(report::MergeArguments),
    Report(report::ReportArguments),
    #[command(hide = true)]
    Probe(probe::Arguments),
    #[command(hide = true)]
    Prove(prove::Arguments),
    #[command(hide = true)]
    Driver(driver::Arguments),
    #[command(hide = true)]
    Look(driver::LookArguments),
}

fn main() -> ExitCode {
    // A driver first of all, since only a process with a single thread may enter a cell.
    let result = match Cli::parse().command {
        Command::Driver(arguments) => driver::main(&arguments),
        Command::Look(arguments) => driver::look(&arguments),
        Command::Grade(arguments) => grade::main(&arguments),
        Command::Merge(arguments) => report::merge(&arguments),
        Command::Report(arguments) => report::main(&arguments),
        Command::Probe(arguments) => probe::main(&arguments),
        Command::Prove(arguments) => prove::main(&arguments),
    };
    match result {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            messages::error(&error);
            ExitCode::from(OUR_FAULT)
        }
    }
}
