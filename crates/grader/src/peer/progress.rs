//! How far a conversation has come on the program's side: what the kernel and the program's own threads tell of it.

use super::Connection;
use crate::Verdict;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::queues;

impl Connection {
    /// Waits until the program has read everything we sent, the end of file included: as long as it goes on reading, and one that is busy when
    /// its time is over (with what it has read, or with waiting for a crowded processor) once more as long.
    ///
    /// Asked of the kernel's queues. Where the system does not tell (only Linux does), it returns at once: the
    /// check's next wait is for an observable answer anyway.
    ///
    /// # Errors
    /// `no_answer` where the program does not read.
    pub fn wait_until_read(&self) -> Verdict {
        let Some((ours, theirs)) = self.ends else {
            return Ok(());
        };
        let look = || queues::reading(ours, theirs, self.sent);
        let (mut before, mut has_more_time) = (look().map(|reading| reading.progress), true);
        loop {
            let mut now = None;
            let is_done = self.wire.answer_deadline().poll(|| {
                now = look();
                now.is_none_or(|reading| reading.is_done).then_some(())
            });
            if is_done.is_some() {
                return Ok(());
            }
            let progress = now.map(|reading| reading.progress);
            let is_busy = has_more_time && self.program_is_asleep() == Some(false);
            if self.wire.limit.has_passed() || (progress == before && !is_busy) {
                let got = format!(
                    "it left bytes of it unread for {}",
                    self.wire.answer_seconds()
                );
                let expected = "the program to read what was sent";
                return Err(Failure::new(Cause::NoAnswer, expected, got));
            }
            has_more_time = progress != before;
            before = progress;
        }
    }

    /// How many bytes the two systems hold of this connection: those that one side has written and the other has not read. `None` where the system does not tell
    /// (only Linux does).
    pub fn held_by_the_systems(&self) -> Option<u64> {
        let (ours, theirs) = self.ends?;
        queues::held(ours, theirs)
    }

    /// Has the program at the other end stopped reading what we send? It sleeps, although there is something to read; a program that is about
    /// to read, or waits for its share of a crowded processor, does not sleep, and one that has read everything waits for us. `None`
    /// where that is not known.
    pub(super) fn program_has_stopped_reading(&self) -> Option<bool> {
        let is_asleep = self.program_is_asleep()?;
        let is_read = self
            .ends
            .and_then(|(ours, theirs)| queues::is_read(ours, theirs, None));
        Some(is_asleep && is_read != Some(true))
    }

    /// Does every thread of the program at the other end wait for something? `None` where that is not known.
    pub(super) fn program_is_asleep(&self) -> Option<bool> {
        self.program.as_ref()?.is_asleep()
    }
}
