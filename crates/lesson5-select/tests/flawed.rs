//! Each flawed program fails exactly the checks about its flaw, with the right cause.

use std::process::ExitCode;

fn main() -> ExitCode {
    trials::flaws(
        &lesson5_select_checks::LESSON,
        env!("CARGO_BIN_EXE_lesson5-flawed"),
    )
}
