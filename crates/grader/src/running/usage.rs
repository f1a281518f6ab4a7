//! What a program uses of the machine.

use super::Running;
use crate::resources;
use crate::resources::Family;
use std::time::Duration;

impl Running {
    pub(super) fn family(&self) -> Family {
        Family {
            pid: self.pid,
            keeper: self.keeper_pid,
        }
    }

    /// The processor time used so far; `None` where the system does not tell.
    pub fn cpu_time(&self) -> Option<Duration> {
        resources::cpu_time(self.family())
    }

    /// The number of threads of all its processes; `None` where the system does not tell.
    pub fn threads(&self) -> Option<usize> {
        resources::threads(self.family())
    }

    /// The number of processes that it has started and that still run; `None` where the system does not tell.
    pub fn children(&self) -> Option<usize> {
        resources::children(self.family())
    }

    /// The number of descriptors that all its processes have open; `None` where the system does not tell.
    pub fn descriptors(&self) -> Option<usize> {
        resources::descriptors(self.family())
    }

    /// The memory that its largest process has in use, in bytes; `None` where the system does not tell.
    pub fn memory(&self) -> Option<u64> {
        resources::memory(self.family())
    }

    /// The most memory that one of its processes has ever had in use, in bytes; `None` where the system does not tell.
    pub fn peak_memory(&self) -> Option<u64> {
        resources::peak_memory(self.family())
    }

    /// From now on, the most memory is counted anew.
    pub(crate) fn reset_peak_memory(&self) {
        resources::reset_peak_memory(self.family());
    }

    /// Does every thread of the program wait for something? `None` where the system does not tell.
    pub fn is_asleep(&self) -> Option<bool> {
        resources::is_asleep(self.family())
    }
}
