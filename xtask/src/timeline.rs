//! The conversation of one check as a picture: our side on the left, the program's on the right, time running down. Each connection
//! has a line of its own (a lane) on our side, up to four of them.

mod fold;
mod hidden;
mod layout;
mod words;

use fold::Row;
use grader::CheckReport;
use grader::Event;
use layout::Layout;
pub(crate) use words::cut;

/// Of a conversation with more rows than these and one, the beginning and the end are shown.
const ROWS: usize = 24;
/// How far the picture stands from the left edge of the screen, where its caller puts it.
pub(crate) const INDENT: usize = 8;

/// The lines of the picture on a screen of so many columns, without the [`INDENT`], for which there is room; none where nothing
/// happened on the wire.
pub(crate) fn draw(check: &CheckReport, columns: usize) -> Vec<String> {
    draw_rows(check, columns, ROWS)
}

/// The same with every row, however many there are.
pub(crate) fn draw_whole(check: &CheckReport, columns: usize) -> Vec<String> {
    draw_rows(check, columns, usize::MAX - 1)
}

fn draw_rows(check: &CheckReport, columns: usize, most: usize) -> Vec<String> {
    let is_shown = |event: &Event| event.event != grader::EventKind::Stderr;
    if !check.transcript.iter().any(is_shown) {
        return Vec::new();
    }
    let layout = Layout::new(&check.transcript, columns.saturating_sub(INDENT));
    let rows = fold::rows(check, &layout.lanes);
    let mut lines = layout.header(&program(check));
    let start = start(check);
    let draw = |row: &Row| layout.row(row, start);
    // A row that says that one is left out would take its place.
    if rows.len() <= most + 1 {
        lines.extend(rows.iter().flat_map(draw));
        return lines;
    }
    let half = most / 2;
    let left_out = &rows[half..rows.len() - half];
    let events = left_out.iter().map(|row| row.events).sum();
    lines.extend(rows[..half].iter().flat_map(draw));
    lines.push(layout.gap(&words::left_out(events)));
    lines.extend(rows[rows.len() - half..].iter().flat_map(draw));
    lines
}

/// When the conversation began: the picture's time counts from there, not from the program's start.
pub(crate) fn start(check: &CheckReport) -> u64 {
    layout::start(&check.transcript)
}

/// `echo-server (pid 4123)`
fn program(check: &CheckReport) -> String {
    let program = check
        .programs
        .first()
        .map_or(check.program.as_str(), String::as_str);
    let program = program.split(" has ended").next().unwrap_or(program);
    let program = program.split(" is still").next().unwrap_or(program);
    program.to_owned()
}

#[cfg(test)]
mod tests;
