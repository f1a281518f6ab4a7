//! `cargo xtask doctor`: looks at the machine, and says what to do about what is missing.

pub(crate) mod machine;
mod network;

use crate::OUR_FAULT;
use crate::PASSED;
use crate::instructor;
use crate::messages;
use anyhow::Context;
use anyhow::Result;
use std::process::Command;

/// Look at this machine and say what the course can use of it.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Look at what grading a class needs, too: launches a cell, and tries each layer of it (Linux; builds the instructor's program).
    #[arg(long)]
    grading: bool,
}

/// One thing that was looked at.
pub(crate) struct Finding {
    pub(crate) what: &'static str,
    pub(crate) state: State,
    /// What was seen, and where something is missing, what to do.
    pub(crate) words: String,
}

/// How much a finding matters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Good,
    /// The course works without it, with less.
    Missing,
    /// The course does not work.
    Bad,
}

impl Finding {
    fn new(what: &'static str, state: State, words: impl Into<String>) -> Finding {
        let words = words.into();
        Finding { what, state, words }
    }
}

/// # Errors
/// Where stdout cannot be written.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    // Before this process enters a network of its own, in which it would look at cells within a cell.
    let grading = if arguments.grading {
        let probe = Command::new(instructor::executable()?)
            .arg("probe")
            .output();
        Some(probe.context("failed to start the instructor's program")?)
    } else {
        None
    };
    // The private network comes last: from there on this process sees no other.
    let findings = [
        machine::toolchain(),
        machine::disk(),
        machine::descriptors(),
        network::loopback(),
        network::ipv6(),
        network::default_ports(),
        machine::strace(),
        machine::python(),
        network::private_network(),
        network::names(),
    ];
    messages::doctor::findings(&findings)?;
    if let Some(probe) = grading {
        messages::print(&format!("\n{}", String::from_utf8_lossy(&probe.stdout)))?;
        if !probe.status.success() {
            return Ok(OUR_FAULT);
        }
    }
    let is_bad = findings.iter().any(|finding| finding.state == State::Bad);
    Ok(if is_bad { OUR_FAULT } else { PASSED })
}
