//! `cargo xtask ci`: everything that must hold before a change goes in, in one command.

use crate::OUR_FAULT;
use crate::PASSED;
use crate::cargo;
use crate::messages;
use anyhow::Context;
use anyhow::Result;

/// Run everything that must hold before a change goes in (for authors; minutes).
#[derive(clap::Args)]
pub(crate) struct Arguments {}

/// The calls of cargo, each with what it is for.
const STEPS: [(&str, &[&str]); 6] = [
    ("formatting", &["fmt", "--all", "--check"]),
    (
        "lints",
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "--deny",
            "warnings",
        ],
    ),
    (
        "documentation",
        &[
            "doc",
            "--workspace",
            "--no-deps",
            "--document-private-items",
            "--quiet",
        ],
    ),
    ("tests, every third flawed program", &["test", "--quiet"]),
    (
        "the proof that the checks are right",
        // Two minutes a lesson would be spent on the same programs twice: they have just been tests.
        &["xtask", "verify", "--without-programs"],
    ),
    (
        "no flake in 5 runs",
        &["xtask", "check", "--solution", "--repeat", "5"],
    ),
];

/// # Errors
/// Where cargo cannot be started.
pub(crate) fn main(_: &Arguments) -> Result<u8> {
    let mut failed = Vec::new();
    for (name, arguments) in STEPS {
        messages::step(&format!("ci: {name} (cargo {})", arguments.join(" ")));
        let mut command = cargo::command();
        command.args(arguments);
        if arguments[0] == "test" {
            // All of them take longer than everything else; `cargo test` alone judges them all.
            command.env("LOOPBACK_EVERY_FLAW", "3");
        }
        if arguments[0] == "doc" {
            command.env("RUSTDOCFLAGS", "--deny warnings");
        }
        let status = command
            .status()
            .with_context(|| format!("failed to run cargo {}", arguments[0]))?;
        if !status.success() {
            failed.push(name);
        }
    }
    messages::ci(&failed)?;
    Ok(if failed.is_empty() { PASSED } else { OUR_FAULT })
}
