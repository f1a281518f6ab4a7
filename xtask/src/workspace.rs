//! Where the course's files are.

use std::path::Path;
use std::path::PathBuf;

/// Names another folder as the root: the tests use it to work on a copy.
const ROOT_VARIABLE: &str = "LOOPBACK_ROOT";

/// The folder that holds the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    if let Some(root) = std::env::var_os(ROOT_VARIABLE) {
        return root.into();
    }
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// The folder of a lesson's exercise or solution, from the root.
pub(crate) fn folder(lesson: &str, solution: bool) -> PathBuf {
    Path::new(if solution { "solutions" } else { "exercises" }).join(lesson)
}

/// The folder that cargo builds into here.
pub(crate) fn target() -> PathBuf {
    let named = std::env::var_os("CARGO_TARGET_DIR").filter(|name| !name.is_empty());
    // A name that begins nowhere counts from where cargo is started, which is the root.
    root().join(named.unwrap_or_else(|| "target".into()))
}
