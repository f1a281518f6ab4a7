//! Every check of the lesson against the solution, each as a test line of its own.

use std::process::ExitCode;

fn main() -> ExitCode {
    trials::checks(
        &lesson5_select_checks::LESSON,
        &[
            (
                "select-server",
                env!("CARGO_BIN_EXE_select-server-solution"),
            ),
            ("chat-server", env!("CARGO_BIN_EXE_chat-server-solution")),
        ],
    )
}
