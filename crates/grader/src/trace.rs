//! What a trace is made from: every write and read of our own, one by one, with its bytes. The transcript is for people and joins
//! pieces; here they stay apart.
//!
//! Of a long transfer the beginning and the end are kept, which is where a failure shows; of what lies between, the lengths.

use crate::transcript::EventKind;
use crate::transcript::Side;
use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;
use serde::de::Error;
use std::collections::HashMap;
use std::collections::VecDeque;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

/// Of each direction of a connection, so many bytes are kept from its beginning.
pub const FIRST_KEPT: usize = 64 * 1024;
/// And so many from its end.
pub const LAST_KEPT: usize = 32 * 1024;
/// Of one check, so many bytes; after that, lengths only.
pub const MOST_KEPT: usize = 4 * 1024 * 1024;
/// Of one check, so many pieces stay apart; after that, data joins the last piece of its direction.
const MOST_PIECES: usize = 65_536;

/// Everything that one check's sockets wrote and read.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Trace {
    /// When the check began, in microseconds since 1970 (UTC).
    pub began_us: u64,
    pub conversations: Vec<Conversation>,
    /// In the order they were seen.
    pub pieces: Vec<Piece>,
}

/// Who talked with whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// The number that its events have.
    pub connection: u32,
    pub over: Over,
    /// The address of our own end; empty where the system did not say.
    pub check: String,
    /// The address of the program's end.
    pub program: String,
}

/// What carries a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Over {
    Tcp,
    Udp,
    /// A Unix-domain stream.
    Unix,
}

/// One write or read of ours, or something else that happened to a connection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Microseconds since the check began.
    pub at_us: u64,
    pub connection: u32,
    pub from: Side,
    pub event: EventKind,
    /// What there is to say of it, where it is not data.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// The beginning of the data, as far as it was kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "hexadecimal")]
    pub bytes: Vec<u8>,
    /// How many bytes there were.
    pub length: u64,
    /// How many writes or reads it stands for: 1, but at the end of a very long trace.
    pub count: u64,
    /// Where a datagram came from, if not from where it was expected.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sender: String,
}

/// Collects a trace.
#[derive(Debug)]
pub(crate) struct Recorder {
    trace: Trace,
    directions: HashMap<(u32, Side), Direction>,
    /// How many bytes are kept in all.
    kept: usize,
}

/// What is kept of one direction of a connection.
#[derive(Debug, Default)]
struct Direction {
    /// How many bytes of its beginning.
    first: usize,
    /// The pieces that have bytes of its end: each one's place, and how many of its bytes belong to the beginning.
    last: VecDeque<(usize, usize)>,
    /// How many bytes of its end.
    last_length: usize,
    newest: Option<usize>,
}

impl Recorder {
    pub(crate) fn new() -> Recorder {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        Recorder {
            trace: Trace {
                began_us: now.unwrap_or_default().as_micros() as u64,
                ..Trace::default()
            },
            directions: HashMap::new(),
            kept: 0,
        }
    }

    /// Two ends that talk from here on.
    pub(crate) fn conversation(&mut self, conversation: Conversation) {
        self.trace.conversations.push(conversation);
    }

    /// The address of our own end became known.
    pub(crate) fn local(&mut self, connection: u32, local: &str) {
        let mut newest_first = self.trace.conversations.iter_mut().rev();
        if let Some(ours) = newest_first.find(|found| found.connection == connection) {
            local.clone_into(&mut ours.check);
        }
    }

    /// The last datagram came from another address than its conversation's.
    pub(crate) fn sender(&mut self, connection: u32, sender: &str) {
        let mut newest_first = self.trace.pieces.iter_mut().rev();
        if let Some(piece) = newest_first.find(|piece| piece.connection == connection) {
            sender.clone_into(&mut piece.sender);
        }
    }

    /// Anything but data.
    pub(crate) fn note(
        &mut self,
        at_us: u64,
        connection: u32,
        from: Side,
        event: EventKind,
        words: &str,
    ) {
        self.trace.pieces.push(Piece {
            at_us,
            connection,
            from,
            event,
            words: words.to_owned(),
            bytes: Vec::new(),
            length: 0,
            count: 0,
            sender: String::new(),
        });
    }

    /// One piece of data, or, where it `continues` the one before it in its direction, more of that.
    pub(crate) fn data(
        &mut self,
        at_us: u64,
        connection: u32,
        from: Side,
        bytes: &[u8],
        continues: bool,
    ) {
        let direction = self.directions.entry((connection, from)).or_default();
        let is_full = self.trace.pieces.len() >= MOST_PIECES;
        let place = match direction.newest {
            Some(place) if continues || is_full => {
                self.trace.pieces[place].count += u64::from(!continues);
                place
            }
            _ => {
                self.note(at_us, connection, from, EventKind::Data, "");
                let place = self.trace.pieces.len() - 1;
                self.trace.pieces[place].count = 1;
                place
            }
        };
        self.keep(place, (connection, from), bytes);
    }

    /// Keeps as much of the bytes as there is room for.
    fn keep(&mut self, place: usize, direction: (u32, Side), bytes: &[u8]) {
        let direction = self.directions.entry(direction).or_default();
        direction.newest = Some(place);
        let piece = &mut self.trace.pieces[place];
        let had = piece.bytes.len();
        let has_gap = (had as u64) < piece.length;
        piece.length += bytes.len() as u64;
        if has_gap {
            return; // Bytes behind a gap would look as if there were none.
        }
        let first = bytes.len().min(FIRST_KEPT - direction.first);
        let room = MOST_KEPT.saturating_sub(self.kept);
        let length = bytes.len().min(first + LAST_KEPT).min(room);
        piece.bytes.extend_from_slice(&bytes[..length]);
        self.kept += length;
        direction.first += first;
        if length > first {
            direction.last.push_back((place, had + first));
            direction.last_length += length - first;
            self.forget_what_is_no_longer_last(place);
        }
    }

    /// Only the end of a direction is kept besides its beginning: what has been its end until now gives way.
    fn forget_what_is_no_longer_last(&mut self, newest: usize) {
        let Piece {
            connection, from, ..
        } = self.trace.pieces[newest];
        let direction = self.directions.entry((connection, from)).or_default();
        while direction.last_length > LAST_KEPT
            && let Some((oldest, first)) = direction.last.pop_front()
        {
            let bytes = &mut self.trace.pieces[oldest].bytes;
            let gone = bytes.len().saturating_sub(first);
            bytes.truncate(first);
            bytes.shrink_to_fit();
            direction.last_length = direction.last_length.saturating_sub(gone);
            self.kept = self.kept.saturating_sub(gone);
        }
    }

    pub(crate) fn into_trace(self) -> Trace {
        self.trace
    }
}

/// Bytes on their way from the worker: two digits each, since escaped text would take longer to read. Plain loops and tables, for the
/// course's tools run unoptimised.
mod hexadecimal {
    use super::*;

    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    const NO_DIGIT: u8 = 16;
    const VALUES: [u8; 256] = values();

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&text(bytes))
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(
        deserializer: D,
    ) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        bytes(&text).ok_or_else(|| D::Error::custom("bytes that are no hexadecimal digits"))
    }

    pub(super) fn text(bytes: &[u8]) -> String {
        let mut text = Vec::with_capacity(bytes.len() * 2);
        for byte in bytes {
            text.push(DIGITS[(byte >> 4) as usize]);
            text.push(DIGITS[(byte & 15) as usize]);
        }
        String::from_utf8(text).expect("digits are ASCII")
    }

    pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
        let digits = text.as_bytes();
        let mut bytes = Vec::with_capacity(digits.len() / 2);
        let mut at = 0;
        while at < digits.len() {
            let high = VALUES[digits[at] as usize];
            let low = VALUES[*digits.get(at + 1)? as usize];
            if high == NO_DIGIT || low == NO_DIGIT {
                return None;
            }
            bytes.push((high << 4) | low);
            at += 2;
        }
        Some(bytes)
    }

    const fn values() -> [u8; 256] {
        let mut values = [NO_DIGIT; 256];
        let mut value = 0;
        while value < NO_DIGIT {
            values[DIGITS[value as usize] as usize] = value;
            value += 1;
        }
        values
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transfer(pieces: usize) -> Trace {
        let mut recorder = Recorder::new();
        for piece in 0..pieces {
            recorder.data(piece as u64, 1, Side::Check, &[piece as u8; 1000], false);
        }
        recorder.into_trace()
    }

    fn kept(trace: &Trace) -> Vec<usize> {
        trace.pieces.iter().map(|piece| piece.bytes.len()).collect()
    }

    #[test]
    fn short_conversations_are_kept_whole() {
        // Just below what is kept of a beginning and an end together.
        let trace = transfer(98);
        assert_eq!(kept(&trace), [1000; 98]);
    }

    #[test]
    fn bytes_survive_their_way() {
        let every: Vec<u8> = (0..=255).collect();
        assert_eq!(hexadecimal::bytes(&hexadecimal::text(&every)), Some(every));
        assert_eq!(hexadecimal::text(b"\x00\xa9"), "00a9");
        assert_eq!(hexadecimal::bytes("0"), None);
        assert_eq!(hexadecimal::bytes("0g"), None);
    }

    #[test]
    fn of_a_long_transfer_the_beginning_and_the_end_are_kept_and_every_length() {
        let trace = transfer(1000);
        assert!(trace.pieces.iter().all(|piece| piece.length == 1000));
        let kept = kept(&trace);
        let first = kept.iter().take_while(|length| **length > 0).sum::<usize>();
        let last = kept
            .iter()
            .rev()
            .take_while(|length| **length > 0)
            .sum::<usize>();
        assert_eq!(first, FIRST_KEPT);
        assert!((LAST_KEPT - 1000..=LAST_KEPT).contains(&last), "{last}");
        assert_eq!(kept.iter().sum::<usize>(), first + last);
        assert_eq!(trace.pieces[999].bytes, [231; 1000]);
    }

    #[test]
    fn a_piece_that_grows_is_one_piece() {
        let mut recorder = Recorder::new();
        recorder.data(1, 1, Side::Program, b"a", false);
        recorder.data(2, 1, Side::Program, b"b", true);
        recorder.data(3, 1, Side::Check, b"c", false);
        let pieces = recorder.into_trace().pieces;
        assert_eq!(pieces.len(), 2);
        assert_eq!(
            (
                pieces[0].bytes.as_slice(),
                pieces[0].length,
                pieces[0].count
            ),
            (&b"ab"[..], 2, 1)
        );
    }

    #[test]
    fn a_flood_of_pieces_loses_no_length() {
        let mut recorder = Recorder::new();
        for _ in 0..MOST_PIECES + 500 {
            recorder.data(0, 1, Side::Check, b"x", false);
        }
        recorder.note(0, 1, Side::Check, EventKind::Close, "");
        let pieces = recorder.into_trace().pieces;
        assert_eq!(pieces.len(), MOST_PIECES + 1);
        assert_eq!(
            (
                pieces[MOST_PIECES - 1].length,
                pieces[MOST_PIECES - 1].count
            ),
            (501, 501)
        );
    }
}
