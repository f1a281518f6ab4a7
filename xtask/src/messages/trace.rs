//! The words of a trace: what `check --trace` says, and what stands in its files.

use super::count;
use super::eprint_line;
use grader::CheckReport;
use grader::Conversation;
use grader::EventKind;
use grader::Outcome;
use grader::Over;
use grader::Piece;
use grader::Side;
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

/// A program's words without anything that a terminal or a browser would obey; line ends stay.
pub(crate) fn printable(text: &str) -> String {
    let harmless = |letter: char| {
        let is_harmless = !letter.is_control() || matches!(letter, '\n' | '\t');
        if is_harmless { letter } else { '\u{fffd}' }
    };
    text.chars().map(harmless).collect()
}
