//! The course's commands: `cargo xtask check lesson2`, and the others. Parses, dispatches, and turns what went wrong on
//! our side into exit status 2; the student's work alone decides between 0 and 1.

mod bench;
mod cargo;
mod catalogue;
mod check;
mod ci;
mod connect;
mod doctor;
mod hint;
mod list;
mod messages;
mod progress;
mod run;
mod style;
mod timeline;
mod trace;
mod verify;
mod worker;
mod workspace;

use clap::Parser;
use clap::Subcommand;
use std::process::ExitCode;

/// All passed.
const PASSED: u8 = 0;
/// The student's work falls short: a check failed, or it did not compile.
const FALLS_SHORT: u8 = 1;
/// Wrong usage, or the tool, the machine or a check of ours is at fault.
const OUR_FAULT: u8 = 2;

/// Loopback: learn socket programming, checked over real sockets.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, after_help = messages::HELP_END)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Arguments),
    List(list::Arguments),
    Hint(hint::Arguments),
    Run(run::Arguments),
    Connect(connect::Arguments),
    Doctor(doctor::Arguments),
    Verify(verify::Arguments),
    Ci(ci::Arguments),
    Bench(bench::Arguments),
    #[command(hide = true)]
    Worker(worker::Arguments),
}

fn main() -> ExitCode {
    // First of all, since only a process with a single thread may enter another network.
    let result = match Cli::parse().command {
        Command::Worker(arguments) => worker::main(&arguments),
        Command::Check(arguments) => check::main(&arguments),
        Command::List(arguments) => list::main(&arguments),
        Command::Hint(arguments) => hint::main(&arguments),
        Command::Run(arguments) => run::main(&arguments),
        Command::Connect(arguments) => connect::main(&arguments),
        Command::Doctor(arguments) => doctor::main(&arguments),
        Command::Verify(arguments) => verify::main(&arguments),
        Command::Ci(arguments) => ci::main(&arguments),
        Command::Bench(arguments) => bench::main(&arguments),
    };
    match result {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            messages::error(&error);
            ExitCode::from(OUR_FAULT)
        }
    }
}
