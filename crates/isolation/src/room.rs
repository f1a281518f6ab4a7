//! What a cell is given of the machine.

use serde::Deserialize;
use serde::Serialize;
use std::path::Path;
use std::path::PathBuf;

/// What a cell holds besides the system's own programs and libraries, which it sees but cannot change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Files and folders of the machine.
    pub shown: Vec<Shown>,
    /// The user that programs run as, seen from outside; `None` where they cannot have one of their own (only root can give it).
    pub outside_uid: Option<u32>,
}

/// One file or folder of the machine that is shown in the cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Where it is outside.
    pub from: PathBuf,
    /// Where it is inside: an absolute path.
    pub to: PathBuf,
    /// May it be changed from inside?
    pub writable: bool,
}

/// Has a cell something of its own where this absolute path leads, so that nothing of the machine can be shown there?
pub fn has_own(path: &Path) -> bool {
    let own = [
        "/bin",
        "/dev",
        "/etc",
        "/lib",
        "/lib32",
        "/lib64",
        "/loopback",
        "/proc",
        "/sbin",
        "/usr",
        SCRATCH,
        STOPOVER,
        TMP,
        UNLISTED,
    ];
    path == Path::new("/") || own.iter().any(|folder| path.starts_with(folder))
}

/// The user that programs run as, seen from inside; its group has the same number.
pub(crate) const STUDENT: u32 = 1000;
/// Each check's own folders.
pub(crate) const SCRATCH: &str = "/scratch";
/// What every program may write to.
pub(crate) const TMP: &str = "/tmp";
/// Where folders are mounted for a moment, on their way to their place.
pub(crate) const STOPOVER: &str = "/stopover";
/// Can be read, as far as its mode says, and stands in no rule: Landlock alone keeps programs out.
pub(crate) const UNLISTED: &str = "/unlisted";
/// The file in it.
pub(crate) const UNLISTED_FILE: &str = "/unlisted/file";
