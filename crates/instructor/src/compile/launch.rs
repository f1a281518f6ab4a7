//! How a compiler is started: confined by whoever calls us.

use std::io;
use std::process::Child;
use std::process::Command;

/// Starts compilers, and ends them with all that they have started.
pub(crate) trait Launch {
    /// Starts this command, confined. Its arguments, folder, environment and pipes are set.
    ///
    /// # Errors
    /// Where the system refuses.
    fn start(&self, command: Command) -> io::Result<Child>;

    /// Ends the child and everything it has started, at once. The caller waits for the child afterwards.
    fn end(&self, child: &mut Child);
}

/// Starts a command in a process group of its own, and with no other confinement.
#[cfg(test)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plain;

#[cfg(test)]
impl Launch for Plain {
    fn start(&self, mut command: Command) -> io::Result<Child> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command.spawn()
    }

    fn end(&self, child: &mut Child) {
        // No compiler carries the mark of a launch, and none leaves its group.
        cell::kill_tree(child.id(), "");
    }
}
