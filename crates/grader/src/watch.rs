//! What a check looks at without a word to the program: does it sleep when it has nothing to do, does it give back what it took?

use crate::Verdict;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::lab::Lab;
use crate::running::Running;
use std::time::Duration;

/// How long an idle program is watched, and which part of it the program may use the processor for.
const IDLE_WINDOW: Duration = Duration::from_millis(500);
const IDLE_SHARE: u32 = 20;
/// A program whose threads all slept for so long, without a moment on the processor, does not loop.
const QUIET: Duration = Duration::from_millis(50);

impl Lab<'_> {
    /// The program, which has nothing to do, does not use the processor: at most 5 % of a core over half a second. A
    /// program that sleeps without a break is believed sooner. Where the system does not tell, it is believed at once.
    ///
    /// # Errors
    /// `busy_loop`.
    pub fn stays_idle(&self, running: &Running) -> Verdict {
        let window = Deadline::after(IDLE_WINDOW);
        let Some(start) = running.cpu_time() else {
            return Ok(());
        };
        let mut quiet = (start, Deadline::after(QUIET));
        let is_quiet = window.poll(|| {
            let now = running.cpu_time().unwrap_or(start);
            if now != quiet.0 || running.is_asleep() == Some(false) {
                quiet = (now, Deadline::after(QUIET));
            }
            quiet.1.has_passed().then_some(())
        });
        let used = running.cpu_time().unwrap_or(start).saturating_sub(start);
        if is_quiet.is_some() || used <= IDLE_WINDOW / IDLE_SHARE {
            return Ok(());
        }
        Err(Failure::new(
            Cause::BusyLoop,
            "a program that sleeps while it has nothing to do (at most 5 % of a core)",
            format!(
                "{} ms of processor time in {} ms",
                used.as_millis(),
                IDLE_WINDOW.as_millis()
            ),
        ))
    }

    /// Waits until the program has at most so many descriptors open: a thread may need a moment to close its own.
    ///
    /// # Errors
    /// `leak`, with how many there are. None where the system does not tell.
    pub fn descriptors_fall_to(&self, running: &Running, most: usize) -> Verdict {
        let deadline = Deadline::after(Duration::from_secs(1) * self.patience);
        let is_fine = || {
            running
                .descriptors()
                .is_none_or(|count| count <= most)
                .then_some(())
        };
        deadline.poll(is_fine).ok_or_else(|| {
            let expected = format!("at most {most} open descriptors");
            let count = running.descriptors().unwrap_or_default();
            Failure::new(Cause::Leak, expected, format!("{count} open descriptors"))
        })
    }
}
