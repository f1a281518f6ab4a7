//! How programs are started that nobody trusts. The walls themselves are somebody else's (`crates/isolation`); here is only where they
//! are put up.

use std::fmt::Debug;
use std::io;
use std::path::Path;
use std::process::Child;
use std::process::Command;
use std::sync::OnceLock;

/// Set once, before the first program is started.
static CONFINEMENT: OnceLock<Box<dyn Confinement>> = OnceLock::new();

/// Starts programs behind walls.
pub trait Confinement: Send + Sync {
    /// Starts the command in a session of its own. Of the check's own things it may use `folder`, and everything in it.
    ///
    /// # Errors
    /// What the system answers where the program cannot be started, or a wall cannot be put up.
    fn start(&self, command: &mut Command, folder: Option<&Path>) -> io::Result<Confined>;

    /// Why the walls' keeper has ended the process with this number itself, if it has: `it used more than …`.
    fn reason(&self, pid: u32) -> Option<String>;

    /// Bounds what a new, empty folder of a check can hold.
    ///
    /// # Errors
    /// What the system answers.
    fn furnish(&self, folder: &Path) -> io::Result<()>;

    /// Empties such a folder, which is about to be removed.
    fn clear(&self, folder: &Path);
}

/// A program behind walls.
#[derive(Debug)]
pub struct Confined {
    /// The program itself, a child of this process.
    pub child: Child,
    /// Who ends everything that it has started.
    pub keeper: Box<dyn Keeper>,
}

/// Ends everything behind the walls of one program.
pub trait Keeper: Debug + Send {
    /// The process whose child becomes whatever the program has started and lost; `None` where there is none.
    fn pid(&self) -> Option<u32>;

    /// Ends the program and everything that it has started, however it may hide. Returns at once.
    fn end(&mut self);

    /// Waits until nothing of it is left. Called after the program itself has been waited for.
    fn wait(&mut self);
}

impl std::fmt::Debug for dyn Confinement {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Confinement")
    }
}

/// From now on, every program that this process starts for a check is started by `confinement`. A second call changes nothing.
pub fn confine(confinement: Box<dyn Confinement>) {
    let _ = CONFINEMENT.set(confinement);
}

pub(crate) fn confinement() -> Option<&'static dyn Confinement> {
    CONFINEMENT.get().map(Box::as_ref)
}
