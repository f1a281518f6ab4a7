//! What comes after a wrong byte: read for the message only, and cut where chance would decide what is in it.

use super::Connection;
use super::connection::Arrival;
use crate::bytes::first_difference;
use crate::bytes::thousands;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use std::time::Duration;

/// So much is read at first where nothing should come.
pub(super) const EXTRA: usize = 256;
/// How long to wait at most for what belongs to a wrong byte.
const AFTERMATH: Duration = Duration::from_millis(500);
/// How long until the next look at the program, and how many looks must have found it asleep: it has nothing more to say.
const LOOK: Duration = Duration::from_millis(10);
const LOOKS: u32 = 5;
/// Of an answer that is longer than the expected one, so much more.
const LONGER: usize = 200;
/// More is never collected.
const MOST: usize = 1 << 16;
/// From here on, a wrong byte may stand where a buffer was full: somewhere else each time.
const ROOM: u64 = 32 * 1024;
/// Of an echo, so much is read behind the wrong byte.
const BEHIND: usize = 17;

impl Connection {
    /// After a wrong byte: reads the rest of its line, or, where no text is expected, as much as was expected. What is behind that, and may have
    /// come or not, is left out of `got` and of the transcript.
    pub(super) fn finish_wrong(&self, expected: &[u8], got: &mut Vec<u8>) {
        let Some(wrong) = first_difference(expected, got) else {
            return;
        };
        let has_lines = is_text(expected);
        let most = if has_lines {
            (expected.len() + LONGER).min(MOST.max(got.len()))
        } else {
            expected.len().min(MOST).max(wrong + 1)
        };
        let end = |got: &[u8]| {
            let line = got.iter().skip(wrong).position(|byte| *byte == b'\n');
            let line = line.filter(|_| has_lines).map(|place| wrong + place + 1);
            line.or(Some(most))
                .map(|end| end.min(most))
                .filter(|end| *end <= got.len())
        };
        self.collect(got, |got| end(got).is_some());
        if let Some(end) = end(got) {
            self.forget_behind(end, got);
        }
    }

    /// The failure of an echo whose bytes differ, with what is behind the first wrong byte.
    pub(super) fn wrong_echo(&self, data: &[u8], mut got: Vec<u8>) -> Failure {
        if let Some(wrong) = first_difference(data, &got) {
            let end = (wrong + BEHIND).min(data.len()).max(wrong + 1);
            self.collect(&mut got, |got| got.len() >= end);
            self.forget_behind(end, &mut got);
        }
        let failure = Failure::different_so_far(Cause::WrongBytes, data, &got);
        match failure.difference_at {
            Some(at) if at >= ROOM => at_some_place(&failure, data.len()),
            _ => failure,
        }
    }

    fn collect(&self, got: &mut Vec<u8>, is_enough: impl Fn(&[u8]) -> bool) {
        let mut chunk = [0; 4096];
        let deadline = Deadline::after(AFTERMATH).or_earlier(self.wire.limit);
        let mut asleep = 0;
        while !is_enough(got) && !deadline.has_passed() && asleep < LOOKS {
            let look = Deadline::after(LOOK).or_earlier(deadline);
            match self.read(&mut chunk, look) {
                Ok(Arrival::Data(count)) => {
                    got.extend_from_slice(&chunk[..count]);
                    asleep = 0;
                }
                Ok(Arrival::TimedOut) if self.program_is_asleep() == Some(true) => asleep += 1,
                Ok(Arrival::TimedOut) => asleep = 0,
                _ => break,
            }
        }
    }

    fn forget_behind(&self, end: usize, got: &mut Vec<u8>) {
        let behind = got.len().saturating_sub(end);
        self.wire.transcript.forget_tail(self.number, behind as u64);
        got.truncate(end);
    }
}

fn is_text(bytes: &[u8]) -> bool {
    let is_printed = |byte: &u8| byte.is_ascii_graphic() || byte.is_ascii_whitespace();
    bytes.iter().all(is_printed)
}

/// The same failure, with its place among what was measured.
fn at_some_place(failure: &Failure, length: usize) -> Failure {
    let expected = format!("the {} bytes that were sent", thousands(length as u64));
    let measured = format!("expected {}; got {}", failure.expected, failure.got);
    Failure::new(failure.cause, expected, "other ones from some place on").with_measured(measured)
}
