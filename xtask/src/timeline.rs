//! The conversation of one check as a picture: our side on the left, the program's on the right, time running down.

use grader::CheckReport;
use grader::Event;
use grader::EventKind;
use grader::Side;

/// Characters between the two lines.
const WIDTH: usize = 44;
/// Of a longer conversation, the beginning and the end are shown.
const ROWS: usize = 24;
/// Of longer data, the beginning is shown.
const QUOTED: usize = 28;

/// The lines of the picture; none where nothing happened on the wire.
pub(crate) fn draw(check: &CheckReport) -> Vec<String> {
    if check.transcript.is_empty() {
        return Vec::new();
    }
    let program = check
        .programs
        .first()
        .map_or(check.program.as_str(), String::as_str);
    let program = program.split(" has ended").next().unwrap_or(program);
    let program = program.split(" is still").next().unwrap_or(program);
    let several = check.transcript.iter().any(|event| event.connection > 1);
    let mut lines = vec![format!("{:<width$}{program}", "check", width = WIDTH - 2)];
    let start = start(check);
    let rows: Vec<String> = check
        .transcript
        .iter()
        .map(|event| row(event, start, several))
        .collect();
    if rows.len() <= ROWS {
        lines.extend(rows);
        return lines;
    }
    let half = ROWS / 2;
    lines.extend_from_slice(&rows[..half]);
    lines.push(format!("  : {} more events", rows.len() - 2 * half));
    lines.extend_from_slice(&rows[rows.len() - half..]);
    lines
}

/// The same with every event.
pub(crate) fn draw_whole(check: &CheckReport, _columns: usize) -> Vec<String> {
    draw(check)
}

/// When the conversation began: the picture's time counts from there, not from the program's start.
pub(crate) fn start(check: &CheckReport) -> u64 {
    check.transcript.first().map_or(0, |event| event.at_us)
}

fn row(event: &Event, start: u64, several: bool) -> String {
    let mut text = words(event);
    if several {
        text = format!("#{} {text}", event.connection);
    }
    let line = "-".repeat(WIDTH.saturating_sub(text.chars().count() + 3));
    let arrow = match event.from {
        Side::Check => format!(" {text} {line}>"),
        Side::Program => format!("<{line} {text} "),
    };
    format!(
        "  |{arrow}| {:>9.1} ms",
        (event.at_us - start) as f64 / 1000.0
    )
}

fn words(event: &Event) -> String {
    match event.event {
        EventKind::Connect if event.from == Side::Check => {
            format!("connect {}", tail(&event.bytes))
        }
        EventKind::Connect => format!("connect from {}", tail(&event.bytes)),
        EventKind::Refused => "not connected".to_owned(),
        EventKind::End => "end of file".to_owned(),
        EventKind::Reset => "reset".to_owned(),
        EventKind::Close => "close".to_owned(),
        EventKind::Query => {
            // The type is what gives a mistake away, so the name is what is cut.
            let (kind, name) = event.bytes.split_once(' ').unwrap_or(("", &event.bytes));
            format!("DNS {kind} {}", tail(name))
        }
        EventKind::Answer => format!("DNS {}", tail(&event.bytes)),
        EventKind::Stderr | EventKind::Call => event.bytes.clone(),
        EventKind::Data => data(event),
    }
}

fn data(event: &Event) -> String {
    let shown: String = event.bytes.chars().take(QUOTED).collect();
    let is_whole = shown.len() == event.bytes.len() && event.pieces <= 1;
    if is_whole && event.length < 256 {
        return format!("\"{shown}\"");
    }
    let pieces = if event.pieces > 1 {
        format!(" in {}", event.pieces)
    } else {
        String::new()
    };
    let short: String = shown.chars().take(QUOTED - 12).collect();
    if short.len() == event.bytes.len() && event.length < 256 {
        return format!("\"{short}\"{pieces}");
    }
    format!("\"{short}…\" {} bytes{pieces}", event.length)
}

/// The end of a long address or path, where the difference is.
fn tail(text: &str) -> String {
    let count = text.chars().count();
    if count <= QUOTED {
        return text.to_owned();
    }
    let end: String = text.chars().skip(count - QUOTED + 1).collect();
    format!("…{end}")
}
