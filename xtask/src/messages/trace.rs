//! The words of a trace: what `check --trace` says, and what stands in its files.

use super::count;
use super::eprint_line;
use super::wrap;
use crate::trace::Others;
use crate::trace::Transfer;
use grader::CheckReport;
use grader::Conversation;
use grader::EventKind;
use grader::Failure;
use grader::Outcome;
use grader::Over;
use grader::Piece;
use grader::Side;
use grader::thousands;
use std::fmt::Write;
use std::path::Path;

/// What the interfaces of a capture hold.
pub(crate) const CAPTURE_WIRE: &str = "TCP and UDP, rebuilt from what the check wrote and read";
pub(crate) const CAPTURE_TEXT: &str = "what has no packets, in words";
/// Of longer data in words, the beginning is shown.
const QUOTED: usize = 1024;

/// How many conversations were written, on stderr.
pub(crate) fn traced(written: usize, folder: &Path) {
    let what = count(written, "conversation");
    let folder = folder.display();
    eprint_line(&format!(
        "wrote {what} to {folder}, each as .json, .svg and .pcapng"
    ));
}

/// A trace that cannot be kept.
pub(crate) fn cannot_trace(path: &Path) -> String {
    format!(
        "failed to write {}; name another folder with --trace",
        path.display()
    )
}

pub(crate) fn capture_application() -> String {
    format!("Loopback {}", env!("CARGO_PKG_VERSION"))
}

/// What the whole capture is about, and what in it is true.
pub(crate) fn capture_comment(lesson: &str, check: &CheckReport) -> String {
    let (name, title, program) = (&check.name, &check.title, &check.program);
    let outcome = outcome(check.outcome);
    let failure = check.failure.as_ref().map_or_else(String::new, |failure| {
        let (doing, expected, got) = (&failure.doing, &failure.expected, &failure.got);
        format!("\ndid: {doing}\nexpected: {expected}\ngot: {got}")
    });
    format!(
        "{lesson} {name}: {program} {title}: {outcome}{failure}\n\
         Bytes, lengths, addresses and times are those that the check saw. Handshakes, acknowledgements, sequence numbers and \
         the cuts between segments are made up. Port 0 stands for a port that is not known."
    )
}

pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed => "failed",
        Outcome::TimedOut => "timed out",
        Outcome::NotStarted => "not started",
        Outcome::Blocked => "blocked",
        Outcome::Unavailable => "cannot be run on this machine",
        Outcome::Broken => "broken, which is a fault of the check",
    }
}

pub(crate) fn capture_connection(number: u32, from: Side) -> String {
    format!("connection {number}, made by the {}", side(from))
}

pub(crate) fn capture_no_answer(number: u32) -> String {
    format!("connection {number}: no answer came")
}

pub(crate) fn capture_not_kept(kept: usize, length: usize) -> String {
    format!("{kept} of these {length} bytes were kept")
}

/// Something without packets, in a line.
pub(crate) fn capture_line(piece: &Piece, conversation: Option<&Conversation>) -> String {
    let words = printable(&piece.words);
    let over = match conversation.map(|conversation| conversation.over) {
        Some(Over::Unix) => "Unix",
        Some(Over::Tcp) => "TCP",
        Some(Over::Udp) => "UDP",
        None => "DNS",
    };
    let (from, to) = match piece.from {
        Side::Check => ("check", "program"),
        Side::Program => ("program", "check"),
    };
    let what = match piece.event {
        EventKind::Data => data(piece),
        EventKind::Connect => format!("connect {words}"),
        EventKind::End => "end of file".to_owned(),
        EventKind::Reset => "reset".to_owned(),
        EventKind::Refused => format!("not connected: {words}"),
        EventKind::Close => "close".to_owned(),
        EventKind::Query => format!("question {words}"),
        EventKind::Answer => format!("answer {words}"),
        EventKind::Stderr => return format!("stderr: {words}"),
        EventKind::Call => return format!("call: {words}"),
    };
    let number = piece.connection;
    format!("{over} connection {number}, {from} to {to}: {what}")
}

fn data(piece: &Piece) -> String {
    let shown = &piece.bytes[..piece.bytes.len().min(QUOTED)];
    let cut = if (shown.len() as u64) < piece.length {
        "…"
    } else {
        ""
    };
    let length = count(piece.length as usize, "byte");
    format!("{length} \"{}{cut}\"", shown.escape_ascii())
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Check => "check",
        Side::Program => "program",
    }
}

/// What a picture says where nothing was said.
pub(crate) const NOTHING_SAID: &str = "Nothing happened on the wire.";
pub(crate) const FIRST_DIFFERENCE: &str = "first difference";
pub(crate) const WRONG_HERE: &str = "the first wrong byte";
pub(crate) const CUT: &str = "…";
pub(crate) const GOT: &str = "got";
/// Of data in a picture, so many letters are shown.
const LABEL: usize = 56;

/// What an arrow looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Connect,
    Data,
    End,
    Close,
    Reset,
    Refused,
}

impl Shape {
    pub(crate) const ALL: [Shape; 6] = [
        Shape::Connect,
        Shape::Data,
        Shape::End,
        Shape::Close,
        Shape::Reset,
        Shape::Refused,
    ];

    pub(crate) fn of(event: EventKind) -> Shape {
        match event {
            EventKind::Connect => Shape::Connect,
            EventKind::End => Shape::End,
            EventKind::Close => Shape::Close,
            EventKind::Reset => Shape::Reset,
            EventKind::Refused => Shape::Refused,
            _ => Shape::Data,
        }
    }
}

/// What a shape means, for the key below a picture.
pub(crate) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Connect => "connect",
        Shape::Data => "data",
        Shape::End => "end of file",
        Shape::Close => "close",
        Shape::Reset => "reset",
        Shape::Refused => "not connected",
    }
}

pub(crate) fn heading(lesson: &str, check: &CheckReport) -> String {
    let CheckReport {
        name, stage, seed, ..
    } = check;
    format!("{lesson}   {name}   stage {stage}   seed {seed}")
}

pub(crate) fn verdict(check: &CheckReport) -> String {
    let mark = if check.outcome == Outcome::Passed {
        "✓"
    } else {
        "✗"
    };
    let words = outcome(check.outcome);
    format!("{mark} {words}, after {} ms", check.duration_ms)
}

/// What was done, expected and got, each with its label.
pub(crate) fn failure(failure: &Failure) -> [(&'static str, String); 3] {
    [
        ("did", failure.doing.clone()),
        ("expected", failure.expected.clone()),
        (GOT, failure.got.clone()),
    ]
}

/// The names above the two sides.
pub(crate) fn sides(check: &CheckReport) -> (String, String) {
    let program = check.programs.first().unwrap_or(&check.program);
    let program = program.split(" has ended").next().unwrap_or(program);
    let program = program.split(" is still").next().unwrap_or(program);
    ("check".to_owned(), program.to_owned())
}

/// Both ends of a connection, in words.
pub(crate) fn ends(number: u32, conversation: Option<&Conversation>) -> String {
    let Some(conversation) = conversation else {
        return format!("connection {number}: questions to the name server of the lab");
    };
    let Conversation { check, program, .. } = conversation;
    let unknown = "an address without a name";
    let check = if check.is_empty() { unknown } else { check };
    format!("connection {number}: the check at {check}, the program at {program}")
}

/// `1,234.5 ms`
pub(crate) fn time(us: u64) -> String {
    format!("{}.{} ms", thousands(us / 1000), us % 1000 / 100)
}

/// Nothing happened meanwhile.
pub(crate) fn pause(us: u64) -> String {
    format!("⋮ {}.{} s pass", us / 1_000_000, us % 1_000_000 / 100_000)
}

pub(crate) fn rows_left_out(rows: usize) -> String {
    format!("⋮ {} are left out", count(rows, "row"))
}

pub(crate) fn more_connections(others: &Others) -> String {
    let connections = count(others.connections, "more connection");
    format!(
        "⋮ {connections} without a lane, {}",
        count(others.events, "event")
    )
}

/// One direction of a long transfer.
pub(crate) fn transfer(transfer: &Transfer) -> String {
    let length = thousands(transfer.length);
    let what = match transfer.from {
        Side::Check => "writes",
        Side::Program => "reads",
    };
    let words = match transfer.pieces {
        1 => format!("{length} bytes"),
        pieces => format!(
            "{length} bytes in {} {what}, {}",
            thousands(pieces),
            time(transfer.took_us)
        ),
    };
    let room = LABEL.saturating_sub(words.chars().count() + 1);
    format!("{} {words}", quoted(&transfer.bytes, transfer.length, room))
}

/// One thing that happened, in the words of a picture.
pub(crate) fn event(piece: &Piece, conversation: Option<&Conversation>) -> String {
    let words = printable(&piece.words);
    match piece.event {
        EventKind::Data => datum(piece),
        EventKind::Connect => connect(piece, conversation),
        EventKind::Refused => shortened(&format!("not connected: {words}")),
        EventKind::Query => shortened(&format!("DNS {words}")),
        EventKind::Answer => shortened(&format!("DNS {words}")),
        EventKind::Stderr | EventKind::Call => words,
        other => shape(Shape::of(other)).to_owned(),
    }
}

pub(crate) fn numbered(connection: u32, words: &str) -> String {
    format!("#{connection} {words}")
}

fn connect(piece: &Piece, conversation: Option<&Conversation>) -> String {
    let words = match (piece.from, conversation) {
        (Side::Check, Some(ends)) if !ends.check.is_empty() => {
            let port = ends.check.rsplit(':').next().unwrap_or_default();
            format!("connect {} from port {port}", ends.program)
        }
        (Side::Check, _) => format!("connect {}", piece.words),
        (Side::Program, Some(ends)) => format!("connect {} from {}", ends.check, ends.program),
        (Side::Program, None) => format!("connect from {}", piece.words),
    };
    shortened(&printable(&words))
}

fn datum(piece: &Piece) -> String {
    let sender = if piece.sender.is_empty() {
        String::new()
    } else {
        format!(" from {}", piece.sender)
    };
    let whole = quoted(&piece.bytes, piece.length, LABEL - sender.len());
    let is_whole = !whole.ends_with('…') && piece.count <= 1;
    if is_whole {
        return whole + &sender;
    }
    let length = format!(" {} bytes", thousands(piece.length));
    let room = LABEL - sender.len() - length.len();
    quoted(&piece.bytes, piece.length, room) + &length + &sender
}

/// The bytes in quotes, or as many as there is room for and an ellipsis behind them.
fn quoted(bytes: &[u8], length: u64, room: usize) -> String {
    let mut text = String::from("\"");
    for (place, byte) in bytes.iter().enumerate() {
        let escaped = byte.escape_ascii();
        let is_last = place as u64 + 1 == length;
        let end = if is_last { 1 } else { 2 };
        if text.len() + escaped.len() + end > room {
            return text + "\"…";
        }
        let _ = write!(text, "{escaped}");
    }
    let is_whole = bytes.len() as u64 == length;
    text + if is_whole { "\"" } else { "\"…" }
}

/// The end of a text that is too long: there the difference is.
fn shortened(text: &str) -> String {
    let length = text.chars().count();
    if length <= LABEL {
        return text.to_owned();
    }
    let end: String = text.chars().skip(length - LABEL / 2).collect();
    let beginning: String = text.chars().take(LABEL / 2 - 1).collect();
    format!("{beginning}…{end}")
}

/// A text in lines of so many letters, where it can be broken between words.
pub(crate) fn lines(text: &str, width: usize) -> Vec<String> {
    let text = printable(text);
    text.trim_end()
        .lines()
        .flat_map(|line| wrap(line, width))
        .collect()
}

/// A program's words without anything that a terminal or a browser would obey; line ends stay.
pub(crate) fn printable(text: &str) -> String {
    let harmless = |letter: char| {
        let is_harmless = !letter.is_control() || matches!(letter, '\n' | '\t');
        if is_harmless { letter } else { '\u{fffd}' }
    };
    text.chars().map(harmless).collect()
}
