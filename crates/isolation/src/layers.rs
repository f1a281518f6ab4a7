//! The layers of a cell, by the names under which they are reported.

use serde::Deserialize;
use serde::Serialize;

/// One layer, as a real launch has shown it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// `user`, `net`, `pid` …; `landlock(7)` with the version of its interface.
    pub name: String,
    /// Why it is missing; `None` where it is there.
    pub missing: Option<String>,
}

/// Without these, programs of strangers are not started but where somebody allows it: the machine's files, its network, its other
/// processes or the grader itself would be within their reach. The others make a wall thicker.
pub const NECESSARY: [&str; 10] = [
    "user",
    "net",
    "pid",
    "mount",
    "ipc",
    "no_new_privs",
    "caps",
    "seccomp",
    "rlimits",
    "tree_kill",
];

/// Is every necessary layer there?
pub fn is_strong(layers: &[Layer]) -> bool {
    NECESSARY.iter().all(|name| {
        layers
            .iter()
            .any(|layer| layer.name == *name && layer.missing.is_none())
    })
}
