//! Every word that people read, a function a message. Facts before advice, expected above got.

#[cfg(target_os = "linux")]
pub(crate) mod bench;
pub(crate) mod doctor;
pub(crate) mod hint;
pub(crate) mod holder;
pub(crate) mod lesson;
pub(crate) mod progress;
pub(crate) mod reset;
pub(crate) mod solution;
pub(crate) mod syscalls;
pub(crate) mod trace;
pub(crate) mod watch;

pub(crate) use lesson::lesson;

use crate::bench::Sample;
use crate::style;
use crate::style::Mark;
use crate::style::paint;
use anyhow::Result;
use grader::CheckReport;
use std::fmt::Write as _;
use std::io::Write as _;

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

pub(crate) const GRADE_HELP_END: &str = "\
`cargo xtask grade --help` tells everything: what to hand over, all options, what comes out. It builds the instructor's program first, which
takes a minute or two once. Begin with: cargo xtask grade submissions/ --lesson 2 --roster class.csv";

pub(crate) const MERGE_HELP_END: &str = "\
`cargo xtask merge --help` tells everything; it builds the instructor's program first, which takes a minute or two once.";

pub(crate) const REPORT_HELP_END: &str = "\
`cargo xtask report --help` tells everything; it builds the instructor's program first, which takes a minute or two once.";

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
    } else if let Some(line) = warning_line(warnings) {
        eprint_line(&format!("{line}; --verbose shows it all"));
    }
}

/// That there are warnings of the compiler, in a line.
fn warning_line(warnings: &[String]) -> Option<String> {
    let first = warnings.first()?;
    let line = first.lines().next().unwrap_or_default();
    let place = first.lines().find_map(|line| line.split_once("--> "));
    let place = place.map_or(String::new(), |(_, place)| format!(" ({place})"));
    let others = match warnings.len() - 1 {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    Some(format!("compiler {line}{place}{others}"))
}

/// The compiler's errors, on stderr.
pub(crate) fn did_not_compile(errors: &[String]) {
    eprint_line(errors.concat().trim_end());
    eprint_line("\nIt does not compile yet. The first error above is the one to mend first.");
}

/// How many checks are done, on stderr.
pub(crate) fn checking(_: &CheckReport, done: usize, all: usize) {
    let end = if done == all { "\r\x1b[K" } else { "" };
    let _ = write!(std::io::stderr(), "\r{done} of {all} checks done{end}");
    let _ = std::io::stderr().flush();
}

/// How far a repetition is, on stderr.
pub(crate) fn repeating(done: usize, all: u32) {
    if style::is_watched() {
        let end = if done == all as usize { "\r\x1b[K" } else { "" };
        let _ = write!(std::io::stderr(), "\rrun {done} of {all}{end}");
        let _ = std::io::stderr().flush();
    }
}

/// For `replay` where the last run of checks had no failure.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn nothing_to_replay() -> Result<()> {
    print("nothing failed last time: there is nothing to replay\n")
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

/// Breaks a text between words. A quoted text is never broken, so that a caret below it stays true.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
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
}
