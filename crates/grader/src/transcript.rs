//! What happened on the wire, and when.

use crate::trace::Conversation;
use crate::trace::Over;
use crate::trace::Recorder;
use crate::trace::Trace;
use serde::Deserialize;
use serde::Serialize;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::Duration;
use std::time::Instant;

/// Of a longer piece of data, only the beginning is kept.
const KEPT: usize = 256;
/// Of the lines that a program writes to stderr, so many are kept.
const MOST_LINES: usize = 200;
/// A flood must not fill the memory: of more events, those in the middle are forgotten.
const MOST_EVENTS: usize = 4096;

/// The events of one check, in the order they were seen.
#[derive(Debug)]
pub struct Transcript {
    began: Instant,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    connections: u32,
    events: Vec<Recorded>,
    /// Where a trace was asked for.
    recorder: Option<Recorder>,
    /// What the program wrote to stderr. Kept apart, so that it takes no place from what happened on the wire.
    lines: Vec<Event>,
}

/// An event as it is kept: its bytes are put into words only when somebody asks.
#[derive(Debug)]
struct Recorded {
    event: Event,
    raw: Vec<u8>,
}

/// One thing that happened on one connection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Microseconds since the check began.
    pub at_us: u64,
    /// Counted from 1, in the order they were made.
    pub connection: u32,
    pub from: Side,
    pub event: EventKind,
    /// Escaped as in Rust; the address where the event is `connect`, words where it is about a name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bytes: String,
    /// How many bytes there were, where it is data.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub length: u64,
    /// How many bytes there were, in place of `length`, where that is a matter of how much the system had room for: only verdicts have it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub measured: u64,
    /// In how many pieces they were handed over or taken.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub pieces: u64,
    /// Our own address, where the event is `connect` or the first of a datagram socket; the program's is in `bytes`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub local: String,
}

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Check,
    Program,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    Connect,
    Data,
    /// The sending side was shut: end of file for the other.
    End,
    Reset,
    Refused,
    /// Both directions were closed.
    Close,
    /// The program's resolver asked the DNS server of the lab; `bytes` is the type and the name.
    Query,
    /// The server's answer, in words.
    Answer,
    /// Lines that the program wrote to its stderr, as they were seen; `connection` is 0.
    Stderr,
    /// A call that the program made to the system, as strace writes it; `connection` is 0.
    Call,
}

impl Event {
    /// How many bytes there were, whether that says something about the program or not.
    pub fn total(&self) -> u64 {
        self.length + self.measured
    }
}

impl EventKind {
    /// Did it happen on the wire? What a program says and calls beside it decides nothing.
    pub fn is_on_the_wire(self) -> bool {
        !matches!(self, EventKind::Stderr | EventKind::Call)
    }
}

impl Transcript {
    /// An empty one; with `trace`, every piece is recorded for itself, too.
    pub(crate) fn new(trace: bool) -> Transcript {
        let state = State {
            recorder: trace.then(Recorder::new),
            ..State::default()
        };
        Transcript {
            began: Instant::now(),
            state: Mutex::new(state),
        }
    }

    /// The number of a new connection.
    pub(crate) fn connection(&self) -> u32 {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.connections += 1;
        state.connections
    }

    /// A new connection that `from` makes; `program` is the address of the program's end.
    pub(crate) fn connect(&self, connection: u32, from: Side, over: Over, program: String) {
        self.conversation(connection, over, &program);
        self.note(connection, from, EventKind::Connect, program);
    }

    /// Two ends that talk, for the trace.
    pub(crate) fn conversation(&self, connection: u32, over: Over, program: &str) {
        self.record(|recorder| {
            recorder.conversation(Conversation {
                connection,
                over,
                check: String::new(),
                program: program.to_owned(),
            });
        });
    }

    /// The address of our own end, once the system has said it: it belongs to the connection's first event.
    pub(crate) fn local(&self, connection: u32, local: String) {
        self.record(|recorder| recorder.local(connection, &local));
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        // It is among the last ones, since the address was asked for right after it.
        let mut newest_first = state.events.iter_mut().rev();
        if let Some(first) = newest_first.find(|one| one.event.connection == connection) {
            first.event.local = local;
        }
    }

    /// The last datagram came from elsewhere than the program's own address, for the trace.
    pub(crate) fn sender(&self, connection: u32, sender: &str) {
        self.record(|recorder| recorder.sender(connection, sender));
    }

    fn record(&self, what: impl FnOnce(&mut Recorder)) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(recorder) = &mut state.recorder {
            what(recorder);
        }
    }

    /// What was recorded, where a trace was asked for.
    pub(crate) fn take_trace(&self) -> Option<Trace> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.recorder.take().map(Recorder::into_trace)
    }

    /// Data that one side has handed over. Pieces that follow each other are one event, which grows.
    pub(crate) fn data(&self, connection: u32, from: Side, bytes: &[u8], whole_message: bool) {
        let at_us = self.now_us();
        self.record(|recorder| recorder.data(at_us, connection, from, bytes, false));
        self.add_data(at_us, connection, from, bytes, whole_message);
    }

    fn add_data(&self, at_us: u64, connection: u32, from: Side, bytes: &[u8], whole_message: bool) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(Recorded { event: last, raw }) = state.events.last_mut()
            && !whole_message
            && (last.connection, last.from, last.event) == (connection, from, EventKind::Data)
        {
            let room = KEPT.saturating_sub(raw.len()).min(bytes.len());
            raw.extend_from_slice(&bytes[..room]);
            last.length += bytes.len() as u64;
            last.pieces += 1;
            return;
        }
        let event = Event {
            at_us,
            connection,
            from,
            event: EventKind::Data,
            bytes: String::new(),
            length: bytes.len() as u64,
            measured: 0,
            pieces: 1,
            local: String::new(),
        };
        state.add(event, bytes[..bytes.len().min(KEPT)].to_vec());
    }

    /// The first or another byte of a piece that our side takes byte by byte.
    pub(crate) fn byte(&self, connection: u32, from: Side, byte: u8, is_first: bool) {
        let at_us = self.now_us();
        self.record(|recorder| recorder.data(at_us, connection, from, &[byte], !is_first));
        self.add_data(at_us, connection, from, &[byte], false);
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(Recorded { event, .. }) = state.events.last_mut()
            && !is_first
            && event.pieces > 1
        {
            event.pieces -= 1;
        }
    }

    /// Takes the last bytes of the program's data out again: those behind the place where the check stopped looking. A trace keeps them.
    pub(crate) fn forget_tail(&self, connection: u32, mut count: u64) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        while count > 0 {
            let is_its = |one: &Recorded| {
                let event = &one.event;
                (event.connection, event.from, event.event)
                    == (connection, Side::Program, EventKind::Data)
            };
            let Some(place) = state.events.iter().rposition(is_its) else {
                return;
            };
            let Recorded { event, raw } = &mut state.events[place];
            if event.length > count {
                event.length -= count;
                raw.truncate(usize::try_from(event.length).unwrap_or(usize::MAX));
                return;
            }
            count -= event.length;
            state.events.remove(place);
        }
    }

    /// Anything but data; `note` says more, where there is more to say.
    pub(crate) fn note(&self, connection: u32, from: Side, event: EventKind, note: String) {
        self.note_all(connection, [(from, event, note)]);
    }

    /// Events that belong together: nothing stands between them.
    pub(crate) fn note_all(
        &self,
        connection: u32,
        notes: impl IntoIterator<Item = (Side, EventKind, String)>,
    ) {
        let at_us = self.now_us();
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        for (from, event, note) in notes {
            state.note(at_us, connection, from, event, note);
        }
    }

    /// A line that the program wrote to stderr, without its end.
    pub(crate) fn stderr_line(&self, line: &[u8]) {
        let at_us = self.now_us();
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.lines.len() == MOST_LINES {
            return;
        }
        state.lines.push(Event {
            at_us,
            connection: 0,
            from: Side::Program,
            event: EventKind::Stderr,
            bytes: line[..line.len().min(KEPT)].escape_ascii().to_string(),
            length: line.len() as u64,
            measured: 0,
            pieces: 0,
            local: String::new(),
        });
    }

    /// Everything so far.
    pub fn events(&self) -> Vec<Event> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let in_words = |recorded: &Recorded| {
            let mut event = recorded.event.clone();
            if event.event == EventKind::Data {
                event.bytes = recorded.raw.escape_ascii().to_string();
            }
            event
        };
        let mut lines = state.lines.iter().cloned().peekable();
        let mut events = Vec::new();
        for recorded in &state.events {
            let is_earlier = |line: &Event| line.at_us < recorded.event.at_us;
            events.extend(std::iter::from_fn(|| lines.next_if(is_earlier)));
            events.push(in_words(recorded));
        }
        events.extend(lines);
        events
    }

    /// What happened on no connection: a trace has everything else.
    pub(crate) fn notes(&self) -> Vec<Event> {
        let mut events = self.events();
        events.retain(|event| event.connection == 0);
        events
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.began.elapsed()
    }

    pub(crate) fn now_us(&self) -> u64 {
        self.began.elapsed().as_micros() as u64
    }
}

impl State {
    fn note(&mut self, at_us: u64, connection: u32, from: Side, event: EventKind, note: String) {
        // What happened on no connection is not of the wire.
        if let (Some(recorder), 1..) = (&mut self.recorder, connection) {
            recorder.note(at_us, connection, from, event, &note);
        }
        let event = Event {
            at_us,
            connection,
            from,
            event,
            bytes: note,
            length: 0,
            measured: 0,
            pieces: 0,
            local: String::new(),
        };
        self.add(event, Vec::new());
    }

    fn add(&mut self, event: Event, raw: Vec<u8>) {
        if self.events.len() == MOST_EVENTS {
            self.events.remove(MOST_EVENTS / 2);
        }
        self.events.push(Recorded { event, raw });
    }
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_stderr_stand_between_events_and_take_no_place_from_them() {
        let transcript = Transcript::new(false);
        for number in 0..2 * MOST_EVENTS {
            transcript.data(number as u32, Side::Check, b"x", true);
            transcript.stderr_line(b"caf\xc3");
        }
        let events = transcript.events();
        let wire = |event: &&Event| event.event.is_on_the_wire();
        assert_eq!(events.iter().filter(wire).count(), MOST_EVENTS);
        assert_eq!(events.len(), MOST_EVENTS + MOST_LINES);
        let line = events.iter().position(|event| !wire(&event)).unwrap();
        assert!(line > 0 && line < 100, "the first line comes early: {line}");
        assert_eq!(
            (events[line].connection, events[line].bytes.as_str()),
            (0, r"caf\xc3")
        );
        assert!(events.is_sorted_by_key(|event| event.at_us));
    }

    #[test]
    fn a_line_of_stderr_does_not_cut_data_in_two() {
        let transcript = Transcript::new(false);
        transcript.data(1, Side::Program, b"one", false);
        transcript.stderr_line(&[b'x'; 1000]);
        transcript.data(1, Side::Program, b"two", false);
        let events = transcript.events();
        assert_eq!((events[0].length, events[0].pieces), (6, 2));
        assert_eq!((events[1].bytes.len(), events[1].length), (KEPT, 1000));
    }
}
