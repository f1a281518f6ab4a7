//! Every check of the lesson against the solution, each as a test line of its own.

use std::process::ExitCode;

fn main() -> ExitCode {
    trials::checks(
        &lesson1_address_lookup_checks::LESSON,
        &[
            ("hostinfo", env!("CARGO_BIN_EXE_hostinfo-solution")),
            ("lookup", env!("CARGO_BIN_EXE_lookup-solution")),
            ("addrinfo", env!("CARGO_BIN_EXE_addrinfo-solution")),
            ("fetch", env!("CARGO_BIN_EXE_fetch-solution")),
        ],
    )
}
