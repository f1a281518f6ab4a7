//! Takes out of a report what chance has put into it and what says nothing about the program, so that the same work, judged again, has the
//! same verdict.
//!
//! Durations, times and process numbers stay: [`crate::comparable`] leaves them out where two verdicts are compared.

mod late;
mod ports;
mod words;

use grader::Cause;
use grader::CheckReport;
use grader::Event;
use grader::EventKind;
use grader::Failure;
use grader::Side;
use ports::Ports;
use words::Folders;

/// Makes one check's report the same in every run in which the same has happened:
///
/// - Ports that the system has chosen are numbered from 40001, in the order in which the check speaks of them.
/// - The check's own folders are called `loopback-1-1`, `loopback-1-2` …, and a panic's thread has a name without its number.
/// - Lines of stderr leave the conversation: between which two events they were seen is chance, and `stderr` holds them all.
/// - In how many pieces data came is chance, too: `pieces` is 1.
/// - Whether a program had already ended of itself when it was asked about, after the check had given up and closed its connections, is not
///   told, nor what it said then. Both are where the end, or a panic, is what the check found.
pub fn check(report: &mut CheckReport) {
    if !is_told_of_ends(report) {
        late::forget(report);
        report.programs.iter_mut().for_each(forget_end);
    }
    let events = &mut report.transcript;
    events.retain(|event| event.event != EventKind::Stderr);
    events.iter_mut().for_each(|event| {
        event.pieces = event.pieces.min(1);
    });
    let ports = Ports::of(report);
    let mut folders = Folders::default();
    let mut steady =
        |text: &str| folders.rename(&words::without_thread_numbers(&ports.rename(text)));
    for launch in &mut report.launches {
        for argument in &mut launch.arguments {
            *argument = ports.rename_argument(argument);
            *argument = steady(argument);
        }
    }
    for event in &mut report.transcript {
        event.local = steady(&event.local);
        event.bytes = steady(&event.bytes);
    }
    if let Some(failure) = &mut report.failure {
        failure.doing = ports.rename_words(&failure.doing);
        rewrite(failure, &mut steady);
    }
    report.stderr = steady(&report.stderr);
    for line in &mut report.programs {
        *line = steady(line);
    }
}

/// Rewrites a failure's texts. The caret stays below the character that it was below.
fn rewrite(failure: &mut Failure, steady: &mut dyn FnMut(&str) -> String) {
    failure.doing = steady(&failure.doing);
    failure.expected = steady(&failure.expected);
    if let Some(caret) = failure.caret {
        let before: String = failure.got.chars().take(caret).collect();
        failure.caret = Some(steady(&before).chars().count());
    }
    failure.got = steady(&failure.got);
}

/// Does the report speak of the programs' ends because they are what the check found? Only then has the grader waited for them.
fn is_told_of_ends(report: &CheckReport) -> bool {
    let Some(failure) = &report.failure else {
        return true;
    };
    let is_found = matches!(
        failure.cause,
        Cause::ClosedEarly
            | Cause::Reset
            | Cause::Refused
            | Cause::Exited
            | Cause::WrongExit
            | Cause::Panicked
    );
    let on_the_wire = |event: &&Event| event.event.is_on_the_wire();
    let last = report.transcript.iter().rfind(on_the_wire);
    // Where the check has not closed anything, nothing has made a program end since it gave up.
    let has_closed =
        last.is_some_and(|event| (event.from, event.event) == (Side::Check, EventKind::Close));
    is_found || !has_closed
}

/// `greeter (pid 17) is still running` becomes `greeter (pid 17)`.
fn forget_end(line: &mut String) {
    // The name is the lesson's; what a program has printed comes after these words, in lines of its own.
    let ends = [" is still running", " has ended: "];
    let cut = ends.iter().filter_map(|end| line.find(end)).min();
    if let Some(cut) = cut
        && line[..cut].ends_with(')')
    {
        line.truncate(cut);
    }
}

#[cfg(test)]
mod tests;
