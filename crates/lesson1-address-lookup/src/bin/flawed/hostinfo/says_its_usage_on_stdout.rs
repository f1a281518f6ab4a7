//! Says on stdout how it is used.

use crate::Played;
use crate::machine;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[String]) -> Played {
    if !arguments.is_empty() {
        println!("usage: hostinfo");
        return Err(ExitCode::from(2));
    }
    machine::run(arguments, machine::describe)
}
