//! Where the course's files are.

use std::path::Path;
use std::path::PathBuf;

/// The folder that holds the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// The folder of a lesson's exercise or solution, from the root.
pub(crate) fn folder(lesson: &str, solution: bool) -> PathBuf {
    Path::new(if solution { "solutions" } else { "exercises" }).join(lesson)
}
