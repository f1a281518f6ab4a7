//! Takes out of a report what chance has put into it and what says nothing about the program, so that the same work, judged again, has the
//! same verdict.
//!
//! Durations, times and process numbers stay: [`crate::comparable()`] leaves them out where two verdicts are compared.

mod ports;
mod questions;
mod stderr;
mod transfers;
mod words;

use grader::Cause;
use grader::CheckReport;
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
/// - A transfer, large amounts that go both ways at once, is one event for each direction; how much it was is [`grader::Event::measured`].
/// - A question for an IPv6 address stands behind the one for an IPv4 address that was asked with it, and a connection that the check accepts
///   behind the questions that were asked meanwhile. The same question is shown eight times at most.
/// - The end of a connection of a program that has panicked is an end, whether its system closed or cut it.
/// - Long lines of stderr are cut, and so is a line that is repeated on and on. That a connection was lost, as the program's last words, is left
///   out where no end is what the check found: it is what the program says to the check's own closing.
pub fn check(report: &mut CheckReport) {
    forget_how_a_panic_closes(report);
    let events = &mut report.transcript;
    events.retain(|event| event.event != EventKind::Stderr);
    transfers::fold(events);
    questions::order(events);
    questions::accept_later(events);
    questions::forget_repeated(events);
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
    report.stderr = stderr::shorten(&steady(&report.stderr));
    if !is_about_an_end(report) {
        stderr::forget_lost_clients(&mut report.stderr);
    }
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

/// Is the end of a program or a connection what the check found?
fn is_about_an_end(report: &CheckReport) -> bool {
    let cause = report.failure.as_ref().map(|failure| failure.cause);
    cause.is_none_or(|cause| {
        matches!(
            cause,
            Cause::ClosedEarly
                | Cause::Reset
                | Cause::Refused
                | Cause::Exited
                | Cause::WrongExit
                | Cause::Panicked
        )
    })
}

/// A program that panics with bytes unread resets its connections, and closes them where it had read everything: which of the two is chance.
fn forget_how_a_panic_closes(report: &mut CheckReport) {
    const ENDS: [&str; 2] = [
        "end of file: your program closed the connection",
        "a reset: the connection was cut, not closed",
    ];
    let panicked = |failure: &&mut Failure| failure.cause == Cause::Panicked;
    let Some(failure) = report.failure.as_mut().filter(panicked) else {
        return;
    };
    for end in ENDS {
        failure.got = failure.got.replacen(end, "the end of the connection", 1);
    }
    for event in &mut report.transcript {
        if (event.from, event.event) == (Side::Program, EventKind::Reset) {
            event.event = EventKind::End;
        }
    }
}

#[cfg(test)]
mod tests;
