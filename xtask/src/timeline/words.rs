//! The words on the arrows, as many as there is room for.

use crate::escaped;
use grader::Event;
use grader::EventKind;
use grader::Side;
use grader::thousands;

/// A quote with fewer characters says nothing.
const SHORTEST_QUOTE: usize = 4;
/// Less than this is a message, more a transfer.
const LITTLE: u64 = 256;

/// What is written on the arrow of an event.
pub(super) fn of(event: &Event, room: usize) -> String {
    let text = match event.event {
        EventKind::Connect if event.from == Side::Check => named("connect", &event.bytes, room),
        EventKind::Connect => named("connect from", &event.bytes, room),
        EventKind::Refused => "not connected".to_owned(),
        EventKind::End if event.from == Side::Check => {
            fitting(&["half-close (end of file)", "half-close"], room)
        }
        EventKind::End => "end of file".to_owned(),
        EventKind::Reset => "reset".to_owned(),
        EventKind::Close => "close".to_owned(),
        EventKind::Query => {
            // The type is what gives a mistake away, so the name is what is cut.
            let (kind, name) = event.bytes.split_once(' ').unwrap_or(("", &event.bytes));
            named(&format!("DNS {kind}"), name, room)
        }
        EventKind::Answer => named("DNS", &event.bytes, room),
        EventKind::Data => data(event, room),
        EventKind::Stderr | EventKind::Call => return beside(event, room),
    };
    cut(&text, room)
}

/// What the program wrote to stderr, or the call that it made.
fn beside(event: &Event, room: usize) -> String {
    if event.event == EventKind::Stderr {
        let line = escaped::bytes(&event.bytes).unwrap_or_else(|| event.bytes.clone().into());
        let line = printable(&String::from_utf8_lossy(&line));
        return cut(&format!("stderr: {line}"), room);
    }
    let call = printable(&event.bytes);
    // Its result stands at the end, and says more than the arguments.
    let (arguments, result) = call.split_at(call.rfind(") = ").unwrap_or(call.len()));
    let space = room.saturating_sub(result.chars().count());
    if space < room / 2 {
        return cut(&call, room);
    }
    format!("{}{result}", cut(arguments, space))
}

/// Many lines of stderr.
pub(super) fn lines_on_stderr(count: usize) -> String {
    format!("… {} lines on stderr …", thousands(count as u64))
}

/// The same call many times in a row.
pub(super) fn calls(count: usize, name: &str) -> String {
    format!("… {} calls: {name} …", thousands(count as u64))
}

pub(super) fn first_difference(at: u64) -> String {
    format!("first difference at byte {}", thousands(at))
}

/// What is left out between the beginning and the end.
pub(super) fn left_out(events: usize) -> String {
    format!("{} more events", thousands(events as u64))
}

/// Data: quoted whole, or its beginning and how much there was of it, or only that.
fn data(event: &Event, room: usize) -> String {
    let units = escaped::units(&event.bytes);
    let many = match (event.pieces, event.from) {
        (0 | 1, _) => String::new(),
        (pieces, Side::Check) => format!(" in {} writes", thousands(pieces)),
        // In how many reads we have taken a little says nothing about the program.
        (_, Side::Program) if event.total() < LITTLE => String::new(),
        (pieces, Side::Program) => format!(" in {} reads", thousands(pieces)),
    };
    let whole = format!("\"{}\"", event.bytes);
    if units.len() as u64 == event.total() && whole.chars().count() <= room {
        return fitting(&[&format!("{whole}{many}"), &whole], room);
    }
    let bytes = format!("{} bytes", thousands(event.total()));
    let transfer = format!("{bytes}{many}");
    // Of little data its words matter most, of much how much it was.
    let amounts: &[&str] = if event.total() < LITTLE {
        &[&transfer, &bytes, ""]
    } else {
        &[&transfer]
    };
    for amount in amounts {
        let spare = room.saturating_sub(amount.len() + "\"…\" ".chars().count());
        if spare >= SHORTEST_QUOTE {
            let text = format!("\"{}…\" {amount}", head(&units, spare));
            return text.trim_end().to_owned();
        }
    }
    let texts = [
        format!("… {transfer} …"),
        transfer,
        format!("… {bytes} …"),
        bytes,
    ];
    fitting(&texts.each_ref().map(String::as_str), room)
}

/// As many whole pieces as there is room for.
fn head(units: &[&str], room: usize) -> String {
    let mut text = String::new();
    for unit in units {
        if text.chars().count() + unit.chars().count() > room {
            break;
        }
        text.push_str(unit);
    }
    text
}

/// A word and the end of a long address, path or name, where the difference is.
fn named(word: &str, name: &str, room: usize) -> String {
    let space = room.saturating_sub(word.chars().count() + 1);
    let count = name.chars().count();
    if count <= space {
        return format!("{word} {name}");
    }
    if space < SHORTEST_QUOTE {
        return word.to_owned();
    }
    let end: String = name.chars().skip(count - space + 1).collect();
    format!("{word} …{end}")
}

/// The first of these that fits, or the last.
fn fitting(texts: &[&str], room: usize) -> String {
    let fits = |text: &&&str| text.chars().count() <= room;
    let text = texts.iter().find(fits).or(texts.last());
    text.map_or_else(String::new, |text| (*text).to_owned())
}

/// The beginning of a text that is too long.
pub(crate) fn cut(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let head: String = text.chars().take(room.saturating_sub(1)).collect();
    format!("{head}…")
}

/// Without anything that a terminal would obey.
fn printable(text: &str) -> String {
    let harmless = |letter: char| match letter {
        '\t' => ' ',
        letter if letter.is_control() => '\u{fffd}',
        letter => letter,
    };
    text.chars().map(harmless).collect()
}
