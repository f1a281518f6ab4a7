//! Each check of lesson 4 is a test of its solution.

use std::process::ExitCode;

fn main() -> ExitCode {
    trials::checks(
        &lesson4_blackjack_checks::LESSON,
        &[(
            "blackjack-server",
            env!("CARGO_BIN_EXE_blackjack-server-solution"),
        )],
    )
}
