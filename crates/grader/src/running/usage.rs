//! What a program uses of the machine.

use super::Running;
use crate::resources;
use std::time::Duration;

impl Running {
    /// The processor time used so far; `None` where the system does not tell.
    pub fn cpu_time(&self) -> Option<Duration> {
        resources::cpu_time(self.pid)
    }

    /// The number of threads; `None` where the system does not tell.
    pub fn threads(&self) -> Option<usize> {
        resources::threads(self.pid)
    }

    /// The number of processes that it has started and that still run; `None` where the system does not tell.
    pub fn children(&self) -> Option<usize> {
        resources::children(self.pid)
    }

    /// The number of open descriptors; `None` where the system does not tell.
    pub fn descriptors(&self) -> Option<usize> {
        resources::descriptors(self.pid)
    }

    /// The memory in use, in bytes; `None` where the system does not tell.
    pub fn memory(&self) -> Option<u64> {
        resources::memory(self.pid)
    }

    /// The most memory that was ever in use at one time, in bytes; `None` where the system does not tell.
    pub fn peak_memory(&self) -> Option<u64> {
        resources::peak_memory(self.pid)
    }

    /// Does every thread of the program wait for something? `None` where the system does not tell.
    pub fn is_asleep(&self) -> Option<bool> {
        resources::is_asleep(self.pid)
    }
}
