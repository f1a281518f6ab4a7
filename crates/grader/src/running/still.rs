//! A program that is held still for a moment.

use crate::Verdict;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::resources;
use crate::running::Running;
use std::sync::atomic::Ordering;
use std::time::Duration;

impl Running {
    /// Holds the program still until [`Running::resume`], so that what happens meanwhile has happened for certain before the
    /// program looks. Where the system cannot (Windows), the program runs on.
    ///
    /// # Errors
    /// `no_answer` where the program does not stop because somebody sends it on or a thread of it cannot be stopped, `broken` where it does not stop otherwise; where it has
    /// ended, nothing is to be stopped.
    pub fn pause(&self) -> Verdict {
        self.staged.store(true, Ordering::Relaxed);
        if !cell::pause(self.pid) {
            return Ok(());
        }
        // The signal is on its way until the system says that every thread has stopped. Whoever of its group has sent it on in between
        // has been held still by the same signal, and cannot do so again.
        let stopped = (0..5).find_map(|_| {
            cell::pause(self.pid);
            let soon = Deadline::after(Duration::from_secs(1));
            soon.poll(|| {
                let stopped = resources::is_stopped(self.pid) != Some(false);
                (stopped || self.ended().is_some()).then_some(())
            })
        });
        stopped.ok_or_else(|| match resources::is_sent_on(self.pid) {
            Some(true) => Failure::new(
                Cause::NoAnswer,
                "a program that stops when it is told to (SIGSTOP)",
                "it runs on: a process of its own sends it SIGCONT again and again",
            ),
            _ if resources::is_stuck(self.pid) => Failure::new(
                Cause::NoAnswer,
                "a program that stops when it is told to (SIGSTOP)",
                "it does not stop: one of its threads waits in the kernel, as after `vfork`",
            ),
            _ => Failure::broken("the program could not be held still"),
        })
    }

    /// Lets a paused program go on.
    pub fn resume(&self) {
        cell::resume(self.pid);
    }
}
