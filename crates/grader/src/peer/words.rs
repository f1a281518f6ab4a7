//! What went wrong on a connection, in words that say what it means.

use super::Connection;
use super::connection::Arrival;
use crate::bytes::WHOLE;
use crate::bytes::quote;
use crate::bytes::thousands;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::transcript::EventKind;
use crate::transcript::Side;
use std::io;

/// Of what came in a large amount, so much is shown.
const BEGINNING: usize = 64;

impl Connection {
    pub(super) fn cut_short(&self, ended: &Arrival, expected: &[u8], got: &[u8]) -> Failure {
        if expected.len() <= WHOLE {
            return self.broken_off(ended, quote(expected), got);
        }
        let (count, all) = (
            thousands(got.len() as u64),
            thousands(expected.len() as u64),
        );
        let words = format!("not all of them, then {}", self.end_in_words(ended));
        Failure::new(
            cause_of(ended),
            format!("all {all} bytes that were sent"),
            words,
        )
        .with_measured(format!("the first {count} of them came"))
    }

    /// What came, and how it ended. How much of a large amount had come by then is chance.
    pub(super) fn broken_off(
        &self,
        ended: &Arrival,
        expected: impl Into<String>,
        got: &[u8],
    ) -> Failure {
        let end = self.end_in_words(ended);
        let words = match got.len() {
            0 => end,
            1..=WHOLE => format!("{}, then {end}", quote(got)),
            _ => format!("\"{}…\", then {end}", got[..BEGINNING].escape_ascii()),
        };
        let failure = Failure::new(cause_of(ended), expected, words);
        if got.len() <= WHOLE {
            return failure;
        }
        failure.with_measured(format!("{} bytes came", thousands(got.len() as u64)))
    }

    pub(super) fn end_in_words(&self, ended: &Arrival) -> String {
        match ended {
            Arrival::End => "end of file: your program closed the connection".to_owned(),
            Arrival::Reset => "a reset: the connection was cut, not closed".to_owned(),
            Arrival::TimedOut | Arrival::Data(_) => self.wire.silence(),
        }
    }

    pub(super) fn not_sent(&self, error: &io::Error, sent: usize, length: usize) -> Failure {
        let (sent, length) = (thousands(sent as u64), thousands(length as u64));
        let expected = format!("the program to take all {length} bytes");
        if is_timeout(error) {
            let got = format!("it read nothing for {}", self.wire.answer_seconds());
            return Failure::new(Cause::NoAnswer, expected, got)
                .with_measured(format!("{sent} bytes were handed over"));
        }
        if is_gone(error) {
            self.wire
                .transcript
                .note(self.number, Side::Program, EventKind::Reset, String::new());
            // Whether its system says "reset" or "broken pipe" depends on what of the cut has arrived.
            let got = "the connection was cut before it had taken them";
            return Failure::new(Cause::Reset, expected, got)
                .with_measured(format!("{sent} bytes were handed over"));
        }
        ours(io::Error::new(error.kind(), error.to_string()))
    }
}

pub(super) fn cause_of(ended: &Arrival) -> Cause {
    match ended {
        Arrival::End => Cause::ClosedEarly,
        Arrival::Reset => Cause::Reset,
        Arrival::TimedOut | Arrival::Data(_) => Cause::NoAnswer,
    }
}

pub(super) fn not_connected(shown: &str, error: &io::Error) -> Failure {
    let expected = format!("a connection to {shown}");
    match error.kind() {
        io::ErrorKind::ConnectionRefused | io::ErrorKind::NotFound => {
            let got = format!("refused: nobody listens there ({error})");
            Failure::new(Cause::Refused, expected, got)
        }
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => {
            let got = format!("no answer to the attempt to connect: {error}");
            Failure::new(Cause::NoAnswer, expected, got)
        }
        io::ErrorKind::ConnectionReset => {
            let got = format!("a reset while the connection was made ({error})");
            Failure::new(Cause::Reset, expected, got)
        }
        _ => Failure::new(Cause::Refused, expected, error.to_string()),
    }
}

pub(super) fn is_timeout(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
    )
}

pub(super) fn is_gone(error: &io::Error) -> bool {
    use io::ErrorKind::*;
    matches!(
        error.kind(),
        ConnectionReset | ConnectionAborted | BrokenPipe | NotConnected
    )
}

/// An error on our own side of the wire: no fault of the program's.
pub(super) fn ours(error: io::Error) -> Failure {
    Failure::broken(format!("our own end of the connection failed: {error}"))
}
