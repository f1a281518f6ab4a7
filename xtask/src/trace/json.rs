//! The conversation as one JSON document, `loopback/trace/1`, with an event a line.
//!
//! `bytes` are escaped as in Rust's `escape_ascii`: printable ASCII as it is, `\t`, `\r`, `\n`, `\'`, `\"`, `\\`, and everything else
//! as `\x` with two hexadecimal digits. In Python, `text.encode().decode("unicode_escape").encode("latin-1")` has them back.

use super::Story;
use anyhow::Context;
use anyhow::Result;
use grader::Conversation;
use grader::EventKind;
use grader::FIRST_KEPT;
use grader::Failure;
use grader::LAST_KEPT;
use grader::MOST_KEPT;
use grader::Outcome;
use grader::Piece;
use grader::Side;
use serde::Serialize;
use std::sync::LazyLock;

const SCHEMA: &str = "loopback/trace/1";

/// Each byte as it stands in JSON: a table, for there are megabytes of them.
static ESCAPES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let in_json = |byte: u8| {
        let text = [byte].escape_ascii().to_string();
        text.replace('\\', r"\\").replace('"', r#"\""#).into_bytes()
    };
    (0..=u8::MAX).map(in_json).collect()
});

/// Everything but the events.
#[derive(Serialize)]
struct Head<'a> {
    schema: &'static str,
    lesson: &'a str,
    check: &'a str,
    title: &'a str,
    program: &'a str,
    outcome: Outcome,
    seed: u64,
    /// When the check began (UTC).
    began: String,
    began_us: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    failure: Option<&'a Failure>,
    kept: Kept,
    conversations: &'a [Conversation],
}

/// How many bytes are kept at most: of each direction of a connection from its beginning and from its end, and of the check.
#[derive(Serialize)]
struct Kept {
    first: usize,
    last: usize,
    all: usize,
}

/// An event without its bytes.
#[derive(Serialize)]
struct Line<'a> {
    at_us: u64,
    connection: u32,
    from: Side,
    event: EventKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<u64>,
    /// How many of the bytes are in `bytes`, where not all of them are.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<usize>,
    /// In how many pieces, where not in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pieces: Option<u64>,
    #[serde(skip_serializing_if = "str::is_empty")]
    words: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    sender: &'a str,
}

/// # Errors
/// None that is known.
pub(super) fn document(story: &Story<'_>) -> Result<Vec<u8>> {
    let check = story.check;
    let head = Head {
        schema: SCHEMA,
        lesson: story.lesson,
        check: &check.name,
        title: &check.title,
        program: &check.program,
        outcome: check.outcome,
        seed: check.seed,
        began: moment(story.began_us),
        began_us: story.began_us,
        failure: check.failure.as_ref(),
        kept: Kept {
            first: FIRST_KEPT,
            last: LAST_KEPT,
            all: MOST_KEPT,
        },
        conversations: &story.conversations,
    };
    let failed = "failed to put a trace into JSON";
    let mut document = serde_json::to_vec(&head).context(failed)?;
    document.pop(); // The closing brace.
    let escapes: &[Vec<u8>] = &ESCAPES;
    document.extend(b",\"events\":[");
    for (number, piece) in story.pieces.iter().enumerate() {
        document.extend(if number == 0 { "\n" } else { ",\n" }.as_bytes());
        serde_json::to_writer(&mut document, &line(piece)).context(failed)?;
        if piece.event == EventKind::Data {
            document.pop();
            document.extend(b",\"bytes\":\"");
            for byte in &piece.bytes {
                document.extend_from_slice(&escapes[*byte as usize]);
            }
            document.extend(b"\"}");
        }
    }
    document.extend(b"\n]}\n");
    Ok(document)
}

fn line(piece: &Piece) -> Line<'_> {
    let is_data = piece.event == EventKind::Data;
    let has_gap = (piece.bytes.len() as u64) < piece.length;
    Line {
        at_us: piece.at_us,
        connection: piece.connection,
        from: piece.from,
        event: piece.event,
        length: is_data.then_some(piece.length),
        kept: has_gap.then_some(piece.bytes.len()),
        pieces: (piece.count > 1).then_some(piece.count),
        words: &piece.words,
        sender: &piece.sender,
    }
}

/// `2026-03-01T09:30:00.000250Z`
fn moment(us: u64) -> String {
    const DAY: u64 = 24 * 60 * 60;
    let (seconds, us) = (us / 1_000_000, us % 1_000_000);
    let (days, second) = (seconds / DAY, seconds % DAY);
    let (year, month, day) = date(days);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{us:06}Z")
}

/// The day of the Gregorian calendar, so many days after the first one of 1970.
fn date(days: u64) -> (u64, u64, u64) {
    let is_leap =
        |year: u64| year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let (mut year, mut rest) = (1970, days);
    while rest >= 365 + u64::from(is_leap(year)) {
        rest -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if rest < length {
            break;
        }
        rest -= length;
        month += 1;
    }
    (year, month, rest + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_those_of_the_calendar() {
        let check =
            |seconds: u64, expected: &str| assert_eq!(moment(seconds * 1_000_000 + 7), expected);
        check(0, "1970-01-01T00:00:00.000007Z");
        check(951_827_696, "2000-02-29T12:34:56.000007Z");
        check(1_798_761_599, "2026-12-31T23:59:59.000007Z");
        check(1_798_761_600, "2027-01-01T00:00:00.000007Z");
    }
}
