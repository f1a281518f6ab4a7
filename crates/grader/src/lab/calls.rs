//! What strace has seen of a check's programs, in the check's own time.

use super::Lab;
use crate::transcript::Event;
use crate::transcript::EventKind;
use crate::transcript::Side;
use std::time::Duration;
use std::time::SystemTime;

/// Of more calls, those in the middle are forgotten.
const MOST: usize = 2048;

impl Lab<'_> {
    /// Where strace looks on: gives the programs the moment that they need to notice that the check has left, so that the end of the
    /// conversation is seen too.
    pub(crate) fn let_calls_return(&self) {
        if self.tracer.is_some() {
            for running in self.launched() {
                running.settle();
            }
        }
    }

    /// The conversation with every call on a socket in between. Ends the programs, since a call is known for certain only then.
    pub(crate) fn transcript_with_calls(&self) -> Vec<Event> {
        let mut events = self.transcript().events();
        let began = began_us(self.transcript().elapsed());
        let launched = self.launched();
        for running in &launched {
            running.kill();
        }
        let traced: Vec<_> = launched
            .iter()
            .filter_map(|running| Some((running.pid(), running.calls()?)))
            .collect();
        for (pid, mut calls) in traced.iter().cloned() {
            if calls.len() > MOST {
                calls.drain(MOST / 2..calls.len() - MOST / 2);
            }
            // strace's own way to say whose call it is, where there are several.
            let whose = match traced.len() {
                1 => String::new(),
                _ => format!("[{pid}] "),
            };
            events.extend(calls.into_iter().map(|call| Event {
                at_us: call.at_us.saturating_sub(began),
                connection: 0,
                from: Side::Program,
                event: EventKind::Call,
                bytes: format!("{whose}{}", call.text),
                length: 0,
                measured: 0,
                pieces: 0,
                local: String::new(),
            }));
        }
        events.sort_by_key(|event| event.at_us);
        events
    }
}

/// The time of day at which something began that has lasted so long, in microseconds since 1970.
fn began_us(elapsed: Duration) -> u64 {
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    now.saturating_sub(elapsed).as_micros() as u64
}
