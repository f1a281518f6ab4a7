//! Every check of the lesson against the solution, each as a test line of its own.

use std::process::ExitCode;

fn main() -> ExitCode {
    trials::checks(
        &lesson3_sum_server_checks::LESSON,
        &[
            ("sum-server", env!("CARGO_BIN_EXE_sum-server-solution")),
            ("sum-client", env!("CARGO_BIN_EXE_sum-client-solution")),
        ],
    )
}
