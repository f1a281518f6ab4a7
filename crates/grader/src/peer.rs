//! Our end of the wire. Every wait has a deadline, everything that happens goes into the transcript.

mod aftermath;
mod connection;
mod datagrams;
mod exchange;
mod listener;
mod progress;
mod reading;
mod silent;
mod words;

pub use connection::Connection;
pub use datagrams::Datagrams;
pub use listener::Listener;
pub use silent::Silent;

use crate::deadline::Deadline;
use crate::transcript::Transcript;
use std::sync::Arc;
use std::time::Duration;

/// What every peer of one check shares.
#[derive(Debug, Clone)]
pub(crate) struct Wire {
    pub(crate) transcript: Arc<Transcript>,
    /// How long to wait for the next byte.
    pub(crate) answer_time: Duration,
    /// How long a program may take from its start until it connects or listens.
    pub(crate) start_time: Duration,
    /// How long a connection may take to be made.
    pub(crate) connect_time: Duration,
    /// When the whole check gives up.
    pub(crate) limit: Deadline,
}

impl Wire {
    pub(crate) fn answer_deadline(&self) -> Deadline {
        Deadline::after(self.answer_time).or_earlier(self.limit)
    }

    /// What to say of a wait that ended without an answer.
    pub(crate) fn silence(&self) -> String {
        if self.limit.has_passed() {
            "no more before the time of the whole check was over".to_owned()
        } else {
            format!("nothing for {}", self.answer_seconds())
        }
    }

    pub(crate) fn answer_seconds(&self) -> String {
        format!("{} s", self.answer_time.as_secs())
    }
}
