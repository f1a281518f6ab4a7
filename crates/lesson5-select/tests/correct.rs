//! Correct programs of quite another build than the solution pass every check.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/correct");
    // Cargo tells a test where binaries are, but not where examples are: beside them.
    let examples = Path::new(env!("CARGO_BIN_EXE_lesson5-flawed")).with_file_name("examples");
    trials::variants(
        &lesson5_select_checks::LESSON,
        "lesson5-correct",
        &examples,
        &folder,
    )
}
