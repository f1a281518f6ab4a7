//! What a check looks at without a word to the program: does it sleep when it has nothing to do, does it give back what it took?

use crate::Verdict;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::finished::describe;
use crate::lab::Lab;
use crate::running::Running;
use std::time::Duration;

/// How long an idle program is watched, and which part of it the program may use the processor for.
const IDLE_WINDOW: Duration = Duration::from_millis(500);
const IDLE_SHARE: u32 = 20;
/// A program whose threads all slept for so long, without a moment on the processor, does not loop.
const QUIET: Duration = Duration::from_millis(50);
/// How much longer a program is watched that wants the processor all the time and does not get it.
const STARVED_WINDOW: Duration = Duration::from_millis(1500);

/// How often the program was found on the processor, or waiting for it.
#[derive(Default)]
struct Wants {
    looks: u32,
    awake: u32,
}

impl Wants {
    /// Practically every time?
    fn always(&self) -> bool {
        self.awake * 20 >= self.looks * 19
    }
}

impl Lab<'_> {
    /// The program, which has nothing to do, does not use the processor: at most 5 % of a core over half a second. A
    /// program that sleeps without a break is believed sooner.
    ///
    /// # Errors
    /// `busy_loop`; `unavailable` where the system does not tell (only Linux does).
    pub fn stays_idle(&self, running: &Running) -> Verdict {
        let Some(start) = running.cpu_time() else {
            return Err(Failure::unavailable(
                "this system does not tell a program's processor time",
            ));
        };
        let used = || running.cpu_time().unwrap_or(start).saturating_sub(start);
        let mut wants = Wants::default();
        if self.falls_quiet(running, IDLE_WINDOW, &mut wants) {
            return Ok(());
        }
        let mut window = IDLE_WINDOW;
        // On a crowded machine a program that never sleeps may not get its share. One that has something to finish does, in time.
        if used() <= window / IDLE_SHARE && wants.always() {
            window += STARVED_WINDOW;
            if self.falls_quiet(running, STARVED_WINDOW, &mut wants) {
                return Ok(());
            }
        }
        if used() <= window / IDLE_SHARE && !wants.always() {
            return Ok(());
        }
        // Looking on makes every call dearer; whoever never sleeps would not sleep without it either.
        if !wants.always() {
            self.require_untraced()?;
        }
        let measured = format!(
            "{} ms of processor time in {} ms; it wanted the processor in {} of {} looks",
            used().as_millis(),
            window.as_millis(),
            wants.awake,
            wants.looks
        );
        let expected = "a program that sleeps while it has nothing to do (at most 5 % of a core)";
        let got = "one that uses the processor all the same";
        Err(Failure::new(Cause::BusyLoop, expected, got).with_measured(measured))
    }

    /// Looks again and again; answers as soon as the program has slept for a while without a moment on the processor.
    fn falls_quiet(&self, running: &Running, window: Duration, wants: &mut Wants) -> bool {
        let mut quiet = (running.cpu_time(), Deadline::after(QUIET));
        let found = Deadline::after(window).poll(|| {
            let now = running.cpu_time();
            let awake = running.is_asleep() == Some(false);
            wants.looks += 1;
            wants.awake += u32::from(awake);
            if awake || now != quiet.0 {
                quiet = (now, Deadline::after(QUIET));
            }
            quiet.1.has_passed().then_some(())
        });
        found.is_some()
    }

    /// The program is one process with one thread.
    ///
    /// # Errors
    /// `exited`; `too_many_threads`, with how many there are; `unavailable` where the system does not tell (only Linux does).
    pub fn uses_one_thread(&self, running: &Running) -> Verdict {
        let (Some(threads), Some(children)) = (running.threads(), running.children()) else {
            return Err(Failure::unavailable(
                "this system does not tell how many threads a program has",
            ));
        };
        if let Some(status) = running.ended() {
            let got = format!("it has ended: {}", describe(status));
            return Err(Failure::new(Cause::Exited, "a program that runs on", got));
        }
        if threads <= 1 && children == 0 {
            return Ok(());
        }
        let expected = "one process with one thread";
        let got = format!("{threads} threads, and {children} processes started by it");
        Err(Failure::new(Cause::TooManyThreads, expected, got))
    }

    /// While `act` runs, the program's memory grows by less than `most` bytes, counted from what it has then. What
    /// `act` itself finds comes second: a program that fills its memory often does other things wrong because of it.
    ///
    /// # Errors
    /// `too_much_memory`, and those of `act`; `unavailable` where the system does not tell (only Linux does).
    pub fn memory_stays_within(
        &self,
        running: &Running,
        most: u64,
        act: impl FnOnce() -> Verdict,
    ) -> Verdict {
        running.reset_peak_memory();
        let before = running.peak_memory();
        let verdict = act();
        let grown = before
            .zip(running.peak_memory())
            .map(|(before, after)| after.saturating_sub(before));
        match grown {
            Some(grown) if grown >= most => Err(Failure::new(
                Cause::TooMuchMemory,
                format!("a program that grows by less than {} MiB", most >> 20),
                "it grew by more",
            )
            .with_measured(format!("it grew by {} MiB", grown >> 20))),
            // A program that has ended has no memory any more; how it ended is in the verdict.
            None if before.is_none() && verdict.is_ok() => Err(Failure::unavailable(
                "this system does not tell a program's memory",
            )),
            _ => verdict,
        }
    }

    /// Waits until the program has at most so many descriptors open: a thread may need a moment to close its own.
    ///
    /// # Errors
    /// `leak`, with how many there are. None where the system does not tell.
    pub fn descriptors_fall_to(&self, running: &Running, most: usize) -> Verdict {
        self.falls_to(most, "open descriptors", || running.descriptors())
    }

    /// Waits until the program has at most so many threads: one may need a moment to end.
    ///
    /// # Errors
    /// `leak`, with how many there are. None where the system does not tell.
    pub fn threads_fall_to(&self, running: &Running, most: usize) -> Verdict {
        self.falls_to(most, "threads", || running.threads())
    }

    fn falls_to(&self, most: usize, what: &str, count: impl Fn() -> Option<usize>) -> Verdict {
        // As long as for an answer: a server may let one that it has refused read why, before it closes.
        let deadline = self.wire.answer_deadline();
        let is_fine = || count().is_none_or(|count| count <= most).then_some(());
        deadline.poll(is_fine).ok_or_else(|| {
            let measured = format!("{} {what}", count().unwrap_or_default());
            Failure::new(Cause::Leak, format!("at most {most} {what}"), "more")
                .with_measured(measured)
        })
    }
}
