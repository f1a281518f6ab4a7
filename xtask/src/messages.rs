//! Every word that people read, a function a message. Facts before advice, expected above got.

use crate::bench::Sample;
use crate::catalogue;
use crate::check;
use crate::doctor::Finding;
use crate::doctor::State;
use crate::style;
use crate::style::Mark;
use crate::style::paint;
use crate::timeline;
use anyhow::Result;
use grader::Check;
use grader::CheckReport;
use grader::Environment;
use grader::Failure;
use grader::Lesson;
use grader::LessonReport;
use grader::Outcome;
use std::fmt::Write as _;
use std::io::Write as _;

/// Where the columns of results and of explanations begin, and where points end.
const INDENT: &str = "        ";
const TITLE_WIDTH: usize = 70;
/// Of a program's stderr, so many lines are shown; `--verbose` shows all.
const STDERR_LINES: usize = 20;
/// Of a longer line, the beginning is shown.
const LONGEST_LINE: usize = 400;

pub(crate) const HELP_END: &str = "\
Begin with: cargo xtask check lesson2
Exit status: 0 all passed, 1 your work falls short, 2 wrong usage or a fault that is not yours.";

pub(crate) const CHECK_HELP_END: &str = "\
Examples:
  cargo xtask check lesson2                     everything in lesson 2
  cargo xtask check lesson2 echo-server         the checks of one program
  cargo xtask check lesson2 byte-by-byte        the checks with this in their name
  cargo xtask check lesson2 --solution          what full marks look like
  cargo xtask check --program echo-server='python3 my_server.py'

Checks run in a private network where the system allows it, else on the machine's own loopback.
Exit status: 0 all passed, 1 a check failed or a program did not compile, 2 wrong usage or a fault that is not yours.";

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
        text.push_str(&closing(report, colour));
    } else {
        text.push_str(&not_compiled(report));
    }
    print(&text)
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
    let mut text = format!("\n{}\n", paint(colour, Mark::Strong, program));
    if report.runs == 1
        && checks
            .iter()
            .all(|check| check.outcome == Outcome::NotStarted)
    {
        let points: u32 = checks.iter().map(|check| check.max_points).sum();
        let todo = paint(colour, Mark::Note, "todo");
        let _ = writeln!(
            text,
            "  {todo}  not started: {}, {}",
            count(checks.len(), "check"),
            count(points as usize, "point")
        );
        return text;
    }
    for check in checks {
        text.push_str(&result_line(check, report.runs, colour));
        if let (Some(failure), false) = (&check.failure, check.outcome == Outcome::Passed) {
            text.push_str(&explanation(check, failure, report, arguments));
        } else if check.outcome == Outcome::NotStarted && report.runs == 1 {
            text.push_str(&stderr_block(check, 3));
        }
    }
    text
}

fn result_line(check: &CheckReport, runs: u32, colour: bool) -> String {
    let (mark, word) = match check.outcome {
        Outcome::Passed => (Mark::Good, "ok  "),
        Outcome::Failed => (Mark::Bad, "FAIL"),
        Outcome::TimedOut => (Mark::Bad, "TIME"),
        Outcome::NotStarted => (Mark::Note, "todo"),
        Outcome::Blocked => (Mark::Note, "wait"),
        Outcome::Unavailable => (Mark::Faint, "n/a "),
        Outcome::Broken => (Mark::Bad, "BUG "),
    };
    let note = match check.outcome {
        Outcome::Blocked => " (first the stage before)",
        Outcome::NotStarted => " (not started)",
        _ => "",
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

fn explanation(
    check: &CheckReport,
    failure: &Failure,
    report: &LessonReport,
    arguments: &check::Arguments,
) -> String {
    match check.outcome {
        Outcome::Unavailable => return labelled("because", &failure.got),
        Outcome::Broken => return broken(check, failure),
        _ => {}
    }
    let mut text = labelled("did", &failure.doing);
    if let Some(caret) = failure.caret {
        // Not wrapped, so that the two texts stand above each other and the caret below its place.
        let after = failure.at_us.saturating_sub(timeline::start(check)) as f64 / 1000.0;
        let _ = writeln!(text, "{INDENT}expected  {}", printable(&failure.expected));
        let _ = writeln!(text, "{INDENT}got       {}", printable(&failure.got));
        let _ = writeln!(
            text,
            "{INDENT}{:10}{:caret$}^ first difference, after {after:.1} ms",
            "", ""
        );
    } else {
        text.push_str(&labelled("expected", &failure.expected));
        text.push_str(&labelled("got", &failure.got));
    }
    let picture = timeline::draw(check);
    if !picture.is_empty() {
        text.push('\n');
        for line in picture {
            let _ = writeln!(text, "{INDENT}{line}");
        }
    }
    if !check.programs.is_empty() || !check.stderr.is_empty() {
        text.push('\n');
    }
    for program in &check.programs {
        text.push_str(&labelled("program", program));
    }
    text.push_str(&stderr_block(
        check,
        if arguments.verbose {
            usize::MAX
        } else {
            STDERR_LINES
        },
    ));
    text.push_str(&labelled("hint", &check.hint));
    // On one line however long it is, so that it can be pasted.
    let _ = writeln!(
        text,
        "{INDENT}again     {}\n",
        again(check, report, arguments)
    );
    text
}

/// The command that runs just this check again, with the same random texts.
fn again(check: &CheckReport, report: &LessonReport, arguments: &check::Arguments) -> String {
    let mut command = format!(
        "cargo xtask check {} {}",
        catalogue::short(&report.lesson),
        check.name
    );
    if arguments.solution {
        command.push_str(" --solution");
    }
    for program in &arguments.program {
        let quoted =
            shlex::try_quote(program).map_or_else(|_| program.clone(), |text| text.into_owned());
        let _ = write!(command, " --program {quoted}");
    }
    let _ = write!(command, " --seed {}", check.seed);
    command
}

fn broken(check: &CheckReport, failure: &Failure) -> String {
    let mut text = labelled("reason", &failure.got);
    text.push_str(&labelled("did", &failure.doing));
    let _ = writeln!(
        text,
        "{INDENT}This is a fault of the check or of the machine, not of your program. Please report it with the\n\
         {INDENT}check's name, {}, and the seed {}.",
        check.name, check.seed
    );
    text
}

fn stderr_block(check: &CheckReport, most: usize) -> String {
    let mut text = String::new();
    let lines: Vec<&str> = check
        .stderr
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    for (number, line) in lines.iter().take(most).enumerate() {
        let label = if number == 0 { "stderr" } else { "" };
        let cut: String = line.chars().take(LONGEST_LINE).collect();
        let _ = writeln!(text, "{INDENT}{label:<10}{}", printable(&cut));
    }
    if lines.len() > most {
        let _ = writeln!(
            text,
            "{INDENT}{:10}… {} more lines (--verbose shows them)",
            "",
            lines.len() - most
        );
    }
    text
}

/// A program's text without anything that a terminal would obey.
fn printable(line: &str) -> String {
    let harmless = |letter: char| {
        if letter.is_control() && letter != '\t' {
            '\u{fffd}'
        } else {
            letter
        }
    };
    line.chars().map(harmless).collect()
}

/// A label and its text, wrapped to the width of a page; every line below the first begins where the text does.
fn labelled(label: &str, text: &str) -> String {
    let mut lines = String::new();
    for (number, line) in wrap(&printable(text), 92).iter().enumerate() {
        let label = if number == 0 { label } else { "" };
        let _ = writeln!(lines, "{INDENT}{label:<10}{line}");
    }
    lines
}

/// Breaks a text between words. A quoted text is never broken, so that a caret below it stays true.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut quoted = false;
    for word in text.split(' ') {
        let last = lines.last_mut().expect("there is always a line");
        if last.is_empty() || quoted || last.chars().count() + 1 + word.chars().count() <= width {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
        let quotes = word.replace("\\\"", "").matches('"').count();
        quoted ^= quotes % 2 == 1;
    }
    lines
}

fn closing(report: &LessonReport, colour: bool) -> String {
    let total = report.checks.len() - report.count(Outcome::Unavailable);
    let passed = report.count(Outcome::Passed);
    let mut text = String::from("\n");
    if report.runs > 1 {
        let fewest = report
            .checks
            .iter()
            .filter(|check| check.outcome != Outcome::Unavailable);
        let fewest = fewest.map(|check| check.passes).min().unwrap_or(0);
        let seeds = report.checks.first().map_or(0, |check| check.seed);
        let _ = writeln!(
            text,
            "{passed} of {total} checks passed in every one of {} runs; the weakest in {fewest} (seeds from {seeds})",
            report.runs
        );
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
        text.push_str(&paint(
            colour,
            Mark::Strong,
            "Nothing is wrong: nothing has been started yet, and this is how every lesson begins.",
        ));
        let _ = writeln!(
            text,
            "\nRead exercises/{0}/README.md, then replace the first todo! in exercises/{0}/src/bin/,\n\
             and run this command again.",
            report.lesson
        );
    }
    text
}

fn not_compiled(report: &LessonReport) -> String {
    let mut text = String::from("\n");
    text.push_str(report.build.diagnostics.trim_end());
    text.push_str("\n\nIt does not compile yet, so no check was run. The first error above is the one to mend first.\n");
    text
}

/// A line of cargo's own progress, on stderr; what only repeats the result is left out.
pub(crate) fn cargo_progress(line: &str) {
    let plain = line.trim_start();
    let is_noise = plain.starts_with("Finished")
        || plain.contains("could not compile")
        || plain.starts_with("warning:");
    if !is_noise && !plain.is_empty() && !plain.starts_with("error:") {
        eprint_line(line);
    }
}

/// The compiler's warnings, on stderr: all of them, or that there are some.
pub(crate) fn warnings(warnings: &[String], verbose: bool) {
    if verbose {
        for warning in warnings {
            eprint_line(warning.trim_end());
        }
    } else if let Some(first) = warnings.first() {
        let line = first.lines().next().unwrap_or_default();
        let others = match warnings.len() - 1 {
            0 => String::new(),
            more => format!(" (and {more} more)"),
        };
        eprint_line(&format!(
            "the compiler warns: {line}{others}; --verbose shows it all"
        ));
    }
}

/// The compiler's errors, on stderr.
pub(crate) fn did_not_compile(errors: &[String]) {
    eprint_line(errors.concat().trim_end());
    eprint_line("\nIt does not compile yet. The first error above is the one to mend first.");
}

/// How far a repetition is, on stderr.
pub(crate) fn repeating(done: usize, all: u32) {
    if std::io::IsTerminal::is_terminal(&std::io::stderr()) {
        let end = if done == all as usize { "\r\x1b[K" } else { "" };
        let _ = write!(std::io::stderr(), "\rrun {done} of {all}{end}");
        let _ = std::io::stderr().flush();
    }
}

/// What one check is about, for `hint`.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn hint(check: &Check) -> Result<()> {
    let lines = wrap(check.hint, 92).join("\n  ");
    print(&format!(
        "{} {} ({}, stage {})\n\n  {lines}\n",
        check.program, check.title, check.name, check.stage
    ))
}

/// For `hint` where nothing fails.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn nothing_to_hint(lesson: &str) -> Result<()> {
    print(&format!(
        "every check of {lesson} passes: no hint is needed\n"
    ))
}

/// Something went wrong that is not the student's fault.
pub(crate) fn error(error: &anyhow::Error) {
    let word = paint(style::on_stderr(), Mark::Bad, "error");
    eprint_line(&format!("{word}: {error:#}"));
}

/// Something went wrong that does not stop us.
pub(crate) fn warning(error: &anyhow::Error) {
    let word = paint(style::on_stderr(), Mark::Note, "warning");
    eprint_line(&format!("{word}: {error:#}"));
}

/// A line of progress of a long command, on stderr.
pub(crate) fn step(text: &str) {
    eprint_line(&paint(style::on_stderr(), Mark::Strong, text));
}

/// One program of a proof, on stderr.
pub(crate) fn proved(name: &str, is_right: bool) {
    let colour = style::on_stderr();
    let word = if is_right {
        paint(colour, Mark::Good, "ok  ")
    } else {
        paint(colour, Mark::Bad, "FAIL")
    };
    eprint_line(&format!("  {word}  {name}"));
}

/// The end of `verify`.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn verified(complaints: &[String]) -> Result<()> {
    if complaints.is_empty() {
        return print("everything is proved\n");
    }
    let mut text = String::new();
    for complaint in complaints {
        let _ = writeln!(text, "{complaint}");
    }
    let _ = writeln!(text, "\n{} not proved", count(complaints.len(), "thing"));
    print(&text)
}

/// The end of `ci`.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn ci(failed: &[&str]) -> Result<()> {
    match failed {
        [] => print("ci: everything holds\n"),
        failed => print(&format!("ci: failed: {}\n", failed.join(", "))),
    }
}

/// One measurement of `bench`, and whether its median keeps the bound.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn measured(what: &str, sample: &Sample, bound: f64) -> Result<bool> {
    let (least, median, most) = sample.spread();
    let is_met = median <= bound;
    let word = if is_met { "ok" } else { "TOO MUCH" };
    print(&format!(
        "{what}\n  min {least:.3}   median {median:.3}   max {most:.3}   bound {bound}   {word}\n"
    ))?;
    Ok(is_met)
}

/// What `doctor` found.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn findings(findings: &[Finding]) -> Result<()> {
    let colour = style::on_stdout();
    let mut text = String::new();
    for finding in findings {
        let word = match finding.state {
            State::Good => paint(colour, Mark::Good, "ok  "),
            State::Missing => paint(colour, Mark::Note, "less"),
            State::Bad => paint(colour, Mark::Bad, "BAD "),
        };
        let lines = wrap(&finding.words, 88).join(&format!("\n{:25}", ""));
        let _ = writeln!(text, "  {word}  {:<16} {lines}", finding.what);
    }
    print(&text)
}

/// `1 check`, `2 checks`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 1 {
        format!("1 {noun}")
    } else {
        format!("{number} {noun}s")
    }
}

/// A text on stdout. A reader that has gone (`| head`) is no error.
///
/// # Errors
/// Where stdout cannot be written for another reason.
pub(crate) fn print(text: &str) -> Result<()> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn eprint_line(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_texts_are_never_broken() {
        let long = format!("sent \"{}\" and waited", "two words ".repeat(12));
        let lines = wrap(&long, 40);
        assert!(
            lines
                .iter()
                .any(|line| line.contains(&"two words ".repeat(12))),
            "{lines:?}"
        );
        assert_eq!(wrap("a b c", 3), ["a b", "c"]);
    }

    #[test]
    fn what_a_terminal_would_obey_is_taken_out() {
        assert_eq!(printable("\x1b[2Jred\u{7}"), "\u{fffd}[2Jred\u{fffd}");
    }
}
