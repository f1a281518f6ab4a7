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

impl Connection {
    pub(super) fn cut_short(&self, ended: &Arrival, expected: &[u8], got: &[u8]) -> Failure {
        let cause = cause_of(ended);
        if expected.len() <= WHOLE {
            return Failure::new(cause, quote(expected), self.in_words(ended, got));
        }
        let (count, all) = (
            thousands(got.len() as u64),
            thousands(expected.len() as u64),
        );
        let got = format!(
            "the first {count} of them, then {}",
            self.end_in_words(ended)
        );
        Failure::new(cause, format!("all {all} bytes that were sent"), got)
    }

    pub(super) fn in_words(&self, ended: &Arrival, got: &[u8]) -> String {
        let end = self.end_in_words(ended);
        if got.is_empty() {
            end
        } else {
            format!("{}, then {end}", quote(got))
        }
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
            let got = format!(
                "it read nothing for {}, after {sent} bytes",
                self.wire.answer_seconds()
            );
            return Failure::new(Cause::NoAnswer, expected, got);
        }
        if is_gone(error) {
            self.wire
                .transcript
                .note(self.number, Side::Program, EventKind::Reset, String::new());
            let got =
                format!("the connection was cut after {sent} bytes were handed over: {error}");
            return Failure::new(Cause::Reset, expected, got);
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
