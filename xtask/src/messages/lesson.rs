//! The words about a judged lesson: a line for each check, and for each failure what was done, expected and got, the conversation,
//! the program's stderr, a hint and the command to see it again.

mod failure;
mod open;

use super::count;
use super::print;
use super::syscalls;
use crate::catalogue;
use crate::check;
use crate::style;
use crate::style::Mark;
use crate::style::paint;
use anyhow::Result;
use failure::explanation;
use failure::in_short;
use grader::CheckReport;
use grader::Environment;
use grader::Lesson;
use grader::LessonReport;
use grader::Outcome;
use open::holes;
pub(crate) use open::open_ends;
use open::reached_todo;
use open::todo_of;
use open::unavailable;
use open::waiting;
use std::fmt::Write;

/// Where the columns of results and of explanations begin, and where points end.
const INDENT: &str = "        ";
/// Where the texts of an explanation begin, behind their labels.
const TEXT: usize = INDENT.len() + 10;
const TITLE_WIDTH: usize = 70;
/// Of a program's stderr, so many lines are shown; `--verbose` shows all.
const STDERR_LINES: usize = 20;
/// How many failures of one program are explained; of the others it is said how to see them.
const EXPLAINED: u32 = 2;
/// Of a hole's own words, so many characters.
const LONGEST_HOLE: usize = 160;
/// Of a longer line, the beginning is shown.
const LONGEST_LINE: usize = 400;

/// The result of one lesson, on stdout.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn lesson(
    report: &LessonReport,
    lesson: &Lesson,
    arguments: &check::Arguments,
) -> Result<()> {
    let colour = style::on_stdout();
    let mut text = String::new();
    let name = paint(colour, Mark::Strong, &report.lesson);
    let _ = writeln!(text, "{name}   {}", check::place(report));
    if report.build.ok {
        let _ = writeln!(
            text,
            "{}",
            paint(colour, Mark::Faint, &network(&report.environment))
        );
        text.push_str(&syscalls::under_strace(arguments, colour));
        for program in lesson.programs {
            let checks: Vec<&CheckReport> = report
                .checks
                .iter()
                .filter(|check| check.program == *program)
                .collect();
            if !checks.is_empty() {
                text.push_str(&program_block(program, &checks, report, arguments, colour));
            }
        }
        // A failure ends in an empty line of its own.
        let text_so_far = text.trim_end().len();
        text.truncate(text_so_far);
        text.push('\n');
        text.push_str(&closing(report, colour));
    } else {
        text.push_str(&not_compiled(report));
    }
    print(&text)
}

/// Where a check that is not started has ended, for whoever asks for help; nothing for others.
pub(crate) fn hole(check: &CheckReport) -> String {
    match todo_of(check) {
        Some(hole) if check.outcome == Outcome::NotStarted => {
            format!("it is not started: {} ran into {hole}\n\n", check.program)
        }
        _ => String::new(),
    }
}

/// A failing check in full, for a screen of so many columns.
pub(crate) fn failure_page(check: &CheckReport, lesson: &str, columns: usize) -> String {
    let arguments = check::Arguments::default();
    check.failure.as_ref().map_or(String::new(), |failure| {
        explanation(check, failure, lesson, &arguments, columns)
    })
}

fn network(environment: &Environment) -> String {
    match &environment.reason {
        None => format!(
            "in a private network ({} namespaces)",
            environment.layers.join(", ")
        ),
        Some(reason) => {
            format!("on this machine's own loopback, not in a private network: {reason}")
        }
    }
}

fn program_block(
    program: &str,
    checks: &[&CheckReport],
    report: &LessonReport,
    arguments: &check::Arguments,
    colour: bool,
) -> String {
    let columns = style::columns();
    let mut text = format!("\n{}\n", paint(colour, Mark::Strong, program));
    let todo = paint(colour, Mark::Note, "todo");
    let runnable: Vec<&CheckReport> = checks
        .iter()
        .copied()
        .filter(|check| check.outcome != Outcome::Unavailable)
        .collect();
    let is_untouched = runnable
        .iter()
        .all(|check| check.outcome == Outcome::NotStarted);
    if report.runs == 1 && is_untouched && !runnable.is_empty() {
        let points: u32 = runnable.iter().map(|check| check.max_points).sum();
        let (started, points) = (
            count(runnable.len(), "check"),
            count(points as usize, "point"),
        );
        let _ = writeln!(text, "  {todo}  not started: {started}, {points}");
        let _ = writeln!(
            text,
            "        it ran into {}",
            reached_todo(report, program)
        );
        text.push_str(&unavailable(checks, colour, columns));
        return text;
    }
    // Whoever asked for these checks, or for everything, gets everything.
    let all = arguments.verbose || !arguments.checks.is_empty() || report.runs > 1;
    let mut explained = 0;
    for check in checks.iter().filter(|check| match check.outcome {
        Outcome::Blocked => report.runs > 1,
        Outcome::Unavailable | Outcome::NotStarted => all,
        _ => true,
    }) {
        text.push_str(&result_line(check, report.runs, colour));
        let is_loud = matches!(check.outcome, Outcome::Failed | Outcome::TimedOut);
        if let (Some(failure), false) = (&check.failure, check.outcome == Outcome::Passed) {
            if !is_loud || all || explained < EXPLAINED {
                explained += u32::from(is_loud);
                text.push_str(&explanation(
                    check,
                    failure,
                    &report.lesson,
                    arguments,
                    columns,
                ));
            } else {
                text.push_str(&in_short(
                    check,
                    failure,
                    &report.lesson,
                    arguments,
                    columns,
                ));
            }
        } else if check.outcome == Outcome::NotStarted && report.runs == 1 {
            let _ = writeln!(
                text,
                "        it ran into {}",
                todo_of(check).unwrap_or_default()
            );
        }
        text.push_str(&syscalls::conversation(check, arguments));
    }
    if report.runs == 1 {
        text.push_str(&waiting(checks, colour));
    }
    if !all {
        text.push_str(&holes(checks, colour));
        text.push_str(&unavailable(checks, colour, columns));
    }
    text
}

/// How a check ended, in four letters.
pub(crate) fn word(outcome: Outcome) -> (Mark, &'static str) {
    match outcome {
        Outcome::Passed => (Mark::Good, "ok  "),
        Outcome::Failed => (Mark::Bad, "FAIL"),
        Outcome::TimedOut => (Mark::Bad, "TIME"),
        Outcome::NotStarted => (Mark::Note, "todo"),
        Outcome::Blocked => (Mark::Note, "wait"),
        Outcome::Unavailable => (Mark::Faint, "n/a "),
        Outcome::Broken => (Mark::Bad, "BUG "),
    }
}

fn result_line(check: &CheckReport, runs: u32, colour: bool) -> String {
    let (mark, word) = word(check.outcome);
    let note = if check.outcome == Outcome::NotStarted {
        " (not started)"
    } else {
        ""
    };
    let title = format!("{}{note}", check.title);
    let points = match check.outcome {
        _ if runs > 1 => format!("{} of {runs}", check.passes),
        Outcome::Passed => check.points.to_string(),
        Outcome::Unavailable => "-".to_owned(),
        _ => format!("{}/{}", check.points, check.max_points),
    };
    format!(
        "  {}  {title:<TITLE_WIDTH$} {points:>8}\n",
        paint(colour, mark, word)
    )
}

fn closing(report: &LessonReport, colour: bool) -> String {
    let total = report.checks.len() - report.count(Outcome::Unavailable);
    let passed = report.count(Outcome::Passed);
    let mut text = String::from("\n");
    if report.runs > 1 {
        text.push_str(&repeated(report, passed, total));
        return text;
    }
    let _ = writeln!(
        text,
        "{passed} of {total} checks pass, {} of {} points.",
        report.score, report.max_score
    );
    let missing = report.count(Outcome::Unavailable);
    if missing > 0 {
        let _ = writeln!(
            text,
            "{} cannot be run on this machine and count for nothing.",
            count(missing, "check")
        );
    }
    let not_started = report.count(Outcome::NotStarted);
    if not_started > 0 && not_started == total {
        let words =
            "Nothing is wrong: there are holes to fill, and this is how every lesson begins.";
        let _ = writeln!(text, "{}", paint(colour, Mark::Strong, words));
        // `todo! at PATH:LINE:COLUMN: …`, where the program is one of ours.
        let place = report.checks.first().and_then(todo_of);
        let file = place
            .as_deref()
            .and_then(|place| place.split(" at ").nth(1)?.split(':').next());
        let what = file.map_or_else(
            || "the todo! that it ran into".to_owned(),
            |file| format!("the todo! that it ran into in\n{file}"),
        );
        let _ = writeln!(
            text,
            "Read exercises/{}/README.md, then fill in {what}, and run this command again.",
            report.lesson
        );
    }
    text
}

fn repeated(report: &LessonReport, passed: usize, total: usize) -> String {
    let runs = report.runs;
    let first = report
        .checks
        .iter()
        .map(|check| check.seed)
        .min()
        .unwrap_or(0);
    let counted = report
        .checks
        .iter()
        .filter(|check| check.outcome != Outcome::Unavailable);
    let fewest = counted.map(|check| check.passes).min().unwrap_or(0);
    let weakest = if passed == total {
        String::new()
    } else {
        format!("; the weakest passed in {fewest}")
    };
    format!("{passed} of {total} checks passed in all {runs} runs{weakest} (seeds from {first})\n")
}

fn not_compiled(report: &LessonReport) -> String {
    let mut text = String::from("\n");
    text.push_str(report.build.diagnostics.trim_end());
    text.push_str("\n\nIt does not compile yet, so no check was run. The first error above is the one to mend first.\n");
    let short = catalogue::short(&report.lesson);
    let _ = writeln!(
        text,
        "Another program that does compile can be checked meanwhile: cargo xtask check {short} PROGRAM"
    );
    text
}

/// A program's text without anything that a terminal would obey, or that changes how its neighbours are seen.
pub(crate) fn printable(line: &str) -> String {
    let turns = |letter: char| {
        matches!(letter,
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let harmless = |letter: char| {
        if (letter.is_control() && letter != '\t') || turns(letter) {
            '\u{fffd}'
        } else {
            letter
        }
    };
    line.chars().map(harmless).collect()
}
