//! The words about what is neither right nor wrong yet: holes, later stages, and what this machine cannot run.

use super::LONGEST_HOLE;
use super::TITLE_WIDTH;
use super::failure::labelled;
use super::printable;
use crate::messages::count;
use crate::style::Mark;
use crate::style::paint;
use grader::CheckReport;
use grader::LessonReport;
use grader::Outcome;
use std::fmt::Write;

/// What of a program is neither right nor wrong yet: holes, later stages, and what this machine cannot run.
pub(crate) fn open_ends(checks: &[&CheckReport], colour: bool, columns: usize) -> String {
    [
        holes(checks, colour),
        waiting(checks, colour),
        unavailable(checks, colour, columns),
    ]
    .concat()
}

/// The checks of later stages that were not run, together.
pub(super) fn waiting(checks: &[&CheckReport], colour: bool) -> String {
    let blocked: Vec<&&CheckReport> = checks
        .iter()
        .filter(|check| check.outcome == Outcome::Blocked)
        .collect();
    if blocked.is_empty() {
        return String::new();
    }
    let points: u32 = blocked.iter().map(|check| check.max_points).sum();
    let wait = paint(colour, Mark::Note, "wait");
    let title = format!(
        "{} of later stages: first something of the stage before",
        count(blocked.len(), "check")
    );
    let points = format!("0/{points}");
    format!("  {wait}  {title:<TITLE_WIDTH$} {points:>8}\n")
}

/// The checks that ran into a `todo!`, together for each hole: half a lesson's checks may end in the same one.
pub(super) fn holes(checks: &[&CheckReport], colour: bool) -> String {
    let untouched = checks
        .iter()
        .filter(|check| check.outcome == Outcome::NotStarted);
    let mut holes: Vec<(String, usize, u32)> = Vec::new();
    for check in untouched {
        let hole = todo_of(check).unwrap_or_default();
        // The place says which hole it is; the words behind it may hold what the program was given.
        let place = |hole: &str| hole.split(": ").next().map(str::to_owned);
        match holes
            .iter_mut()
            .find(|(other, ..)| place(other) == place(&hole))
        {
            Some((_, times, points)) => {
                *times += 1;
                *points += check.max_points;
            }
            None => holes.push((hole, 1, check.max_points)),
        }
    }
    let mut text = String::new();
    for (hole, times, points) in holes {
        let mark = paint(colour, Mark::Note, "todo");
        let title = format!("{} not started", count(times, "check"));
        let points = format!("0/{points}");
        let _ = writeln!(text, "  {mark}  {title:<TITLE_WIDTH$} {points:>8}");
        let shown: String = hole.chars().take(LONGEST_HOLE).collect();
        let cut = if shown.len() < hole.len() { "…" } else { "" };
        let _ = writeln!(text, "        {} ran into {shown}{cut}", they(times));
    }
    text
}

fn they(times: usize) -> &'static str {
    if times == 1 { "it" } else { "they" }
}

/// The checks of a program that this machine cannot run, together: mostly they all need the same.
pub(super) fn unavailable(checks: &[&CheckReport], colour: bool, columns: usize) -> String {
    let missing = checks
        .iter()
        .filter(|check| check.outcome == Outcome::Unavailable);
    let mut reasons: Vec<(&str, usize)> = Vec::new();
    for failure in missing.filter_map(|check| check.failure.as_ref()) {
        match reasons
            .iter_mut()
            .find(|(reason, _)| *reason == failure.got)
        {
            Some((_, times)) => *times += 1,
            None => reasons.push((&failure.got, 1)),
        }
    }
    let mut text = String::new();
    for (reason, times) in reasons {
        let mark = paint(colour, Mark::Faint, "n/a ");
        let title = format!("{} cannot be run on this machine", count(times, "check"));
        let _ = writeln!(text, "  {mark}  {title:<TITLE_WIDTH$} {:>8}", "-");
        text.push_str(&labelled("because", reason, columns));
    }
    text
}

/// The hole that a program fell into, in its own words.
pub(super) fn reached_todo(report: &LessonReport, program: &str) -> String {
    let checks = report
        .checks
        .iter()
        .filter(|check| check.program == program);
    checks
        .into_iter()
        .find_map(todo_of)
        .unwrap_or_else(|| "a todo!".to_owned())
}

/// `the todo! at exercises/…/greeter.rs:44:5: make a socket …`
pub(super) fn todo_of(check: &CheckReport) -> Option<String> {
    let (_, panic) = check.stderr.split_once(" panicked at ")?;
    let mut lines = panic.lines();
    let place = lines.next()?.trim_end_matches(':');
    let words = lines.next()?.trim_start_matches("not yet implemented: ");
    Some(printable(&format!("the todo! at {place}: {words}")))
}
