//! The course's commands: `cargo xtask check lesson2`, and the others. Parses, dispatches, and turns what went wrong on
//! our side into exit status 2; the student's work alone decides between 0 and 1.
//!
//! A library, so that the instructor's commands (`crates/instructor`) speak of a judged check in the same words.

mod bench;
mod by_hand;
mod cargo;
mod catalogue;
mod check;
mod ci;
mod connect;
mod date;
mod doctor;
mod escaped;
mod hint;
mod holder;
mod home;
mod instructor;
mod list;
mod messages;
mod progress;
mod replay;
mod reset;
mod run;
pub mod share;
mod solution;
mod sources;
mod style;
mod syscalls;
mod timeline;
mod trace;
mod verify;
mod watch;
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
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Arguments),
    Watch(watch::Arguments),
    List(list::Arguments),
    Hint(hint::Arguments),
    Replay(replay::Arguments),
    Run(run::Arguments),
    Connect(connect::Arguments),
    Solution(solution::Arguments),
    Reset(reset::Arguments),
    Doctor(doctor::Arguments),
    /// Grade a class's submissions (for instructors; Linux).
    #[command(after_help = messages::GRADE_HELP_END)]
    Grade(instructor::Arguments),
    /// Put the parts of a class together that several machines have graded (for instructors).
    #[command(after_help = messages::MERGE_HELP_END)]
    Merge(instructor::Arguments),
    /// Write grades and feedback once more from the verdicts (for instructors).
    #[command(after_help = messages::REPORT_HELP_END)]
    Report(instructor::Arguments),
    Verify(verify::Arguments),
    Ci(ci::Arguments),
    Bench(bench::Arguments),
    #[command(hide = true)]
    Worker(worker::Arguments),
}

/// The whole command: what `cargo xtask` runs.
pub fn main() -> ExitCode {
    // First of all, since only a process with a single thread may enter another network.
    let result = match Cli::parse().command {
        None => home::main(),
        Some(Command::Worker(arguments)) => worker::main(&arguments),
        Some(Command::Check(arguments)) => check::main(&arguments),
        Some(Command::Watch(arguments)) => watch::main(&arguments),
        Some(Command::List(arguments)) => list::main(&arguments),
        Some(Command::Hint(arguments)) => hint::main(&arguments),
        Some(Command::Replay(arguments)) => replay::main(&arguments),
        Some(Command::Run(arguments)) => run::main(&arguments),
        Some(Command::Connect(arguments)) => connect::main(&arguments),
        Some(Command::Solution(arguments)) => solution::main(&arguments),
        Some(Command::Reset(arguments)) => reset::main(&arguments),
        Some(Command::Doctor(arguments)) => doctor::main(&arguments),
        Some(Command::Grade(arguments)) => instructor::main("grade", &arguments),
        Some(Command::Merge(arguments)) => instructor::main("merge", &arguments),
        Some(Command::Report(arguments)) => instructor::main("report", &arguments),
        Some(Command::Verify(arguments)) => verify::main(&arguments),
        Some(Command::Ci(arguments)) => ci::main(&arguments),
        Some(Command::Bench(arguments)) => bench::main(&arguments),
    };
    match result {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            messages::error(&error);
            ExitCode::from(OUR_FAULT)
        }
    }
}
