//! What a program said when the check had given up.

use grader::CheckReport;
use grader::Event;
use grader::EventKind;
use grader::Side;

/// So many lines are in a conversation at most; of more, nobody knows when they came.
const MOST_LINES: usize = 200;

/// Takes those lines out of stderr that came after the check had closed its connections: what a program says to that, and whether it is still
/// quick enough to say it before it is ended, is chance.
pub(super) fn forget(report: &mut CheckReport) {
    let Some(given_up) = given_up(&report.transcript) else {
        return;
    };
    let lines = report.transcript.iter();
    let lines: Vec<&Event> = lines
        .filter(|event| event.event == EventKind::Stderr)
        .collect();
    if lines.len() == MOST_LINES {
        return;
    }
    let mut kept: Vec<&str> = report.stderr.split_inclusive('\n').collect();
    for late in lines.iter().rev().filter(|line| line.at_us > given_up) {
        // The last one of that text.
        if let Some(place) = kept.iter().rposition(|line| is(line, late)) {
            kept.remove(place);
        }
    }
    report.stderr = kept.concat();
}

/// When the check closed the first of those connections that it had to the end, and nothing has happened on the wire since.
fn given_up(events: &[Event]) -> Option<u64> {
    let on_the_wire = events.iter().filter(|event| event.event.is_on_the_wire());
    let closes = on_the_wire
        .rev()
        .take_while(|event| (event.from, event.event) == (Side::Check, EventKind::Close));
    closes.last().map(|event| event.at_us)
}

fn is(line: &str, event: &Event) -> bool {
    let bytes = line.trim_ascii_end().as_bytes();
    let escaped = bytes.escape_ascii().to_string();
    bytes.len() as u64 == event.length && escaped.starts_with(&event.bytes)
}
