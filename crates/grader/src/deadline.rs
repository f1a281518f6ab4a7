//! The moment at which a wait gives up. Every wait of the grader has one; a deadline only bounds failure.

use std::time::Duration;
use std::time::Instant;

/// A moment in the future. Copy it freely: the copies end together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline(Instant);

impl Deadline {
    /// The moment `time` from now.
    pub fn after(time: Duration) -> Deadline {
        Deadline(Instant::now() + time)
    }

    /// The earlier of two moments.
    pub fn or_earlier(self, other: Deadline) -> Deadline {
        self.min(other)
    }

    /// How long there is still to wait; `None` once the moment has come.
    pub fn remaining(self) -> Option<Duration> {
        let remaining = self.0.saturating_duration_since(Instant::now());
        (!remaining.is_zero()).then_some(remaining)
    }

    /// Has the moment come?
    pub fn has_passed(self) -> bool {
        self.remaining().is_none()
    }

    /// Asks `look` again and again until it answers, or until the moment has come.
    ///
    /// For what the system tells only when asked (a kernel queue, the end of a process). The pauses between
    /// two looks are short at first and never longer than 2 ms.
    pub fn poll<T>(self, mut look: impl FnMut() -> Option<T>) -> Option<T> {
        let mut pause = Duration::from_micros(50);
        loop {
            if let Some(found) = look() {
                return Some(found);
            }
            let remaining = self.remaining()?;
            std::thread::park_timeout(pause.min(remaining));
            pause = (pause * 2).min(Duration::from_millis(2));
        }
    }
}
