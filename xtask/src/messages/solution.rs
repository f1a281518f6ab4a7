//! The words of `solution`: what is still missing, or the differences and why they are there.

use super::print;
use super::progress::row;
use super::wrap;
use crate::catalogue;
use crate::progress::Standing;
use crate::solution::Pair;
use crate::solution::Side;
use crate::style;
use crate::style::Mark;
use crate::style::paint;
use anyhow::Result;
use grader::Lesson;
use similar::Algorithm;
use similar::TextDiff;
use std::fmt::Write;

pub(crate) const HELP_END: &str = "\
Examples:
  cargo xtask solution lesson2                  all files of lesson 2, once all its checks have passed
  cargo xtask solution lesson2 greeter          the greeter's, once its own checks have passed
  cargo xtask solution lesson2 --anyway         without waiting for that

Exit status: 0 it was shown, 1 something does not pass yet, 2 wrong usage or a fault that is not yours.";

/// How many unchanged lines stand around a difference.
const CONTEXT: usize = 3;
const WIDTH: usize = 92;

/// The differences, on stdout, and the solution's own words about itself.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn shown(pairs: &[Pair], reason: Option<&str>) -> Result<()> {
    let colour = style::on_stdout();
    let mut text = String::from("Lines with - are yours, lines with + are the solution's.\n");
    let mut was_long = true;
    for pair in pairs {
        let difference = difference(pair, colour);
        // Files without a difference stand below each other, a line each.
        let is_long = difference.lines().count() > 1;
        if is_long || was_long {
            text.push('\n');
        }
        was_long = is_long;
        text.push_str(&difference);
    }
    if let Some(reason) = reason {
        let words = wrap(&printable(reason), WIDTH).join("\n  ");
        let head = paint(colour, Mark::Strong, "Why like this:");
        let _ = writeln!(text, "\n{head}\n  {words}");
    }
    print(&text)
}

fn difference(pair: &Pair, colour: bool) -> String {
    match (&pair.own, &pair.solved) {
        (Some(own), Some(solved)) if own.text == solved.text => {
            format!("{}: the same as the solution's\n", own.path.display())
        }
        (Some(own), Some(solved)) => {
            unified(&own.path.display().to_string(), &own.text, solved, colour)
        }
        (None, Some(solved)) => unified("no file of yours", "", solved, colour),
        (Some(own), None) => format!("{}: only you have this file\n", own.path.display()),
        (None, None) => String::new(),
    }
}

fn unified(old: &str, old_text: &str, new: &Side, colour: bool) -> String {
    let strong = |text: &str| paint(colour, Mark::Strong, text);
    let new_head = format!("+++ {}", new.path.display());
    let mut text = format!("{}\n{}\n", strong(&format!("--- {old}")), strong(&new_head));
    // Patience keeps functions together, where the shortest difference would pair their braces.
    let diff = TextDiff::configure()
        .algorithm(Algorithm::Patience)
        .diff_lines(old_text, &new.text);
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        for line in hunk.to_string().lines() {
            let _ = writeln!(text, "{}", painted(&printable(line), colour));
        }
    }
    text
}

fn painted(line: &str, colour: bool) -> String {
    match line.chars().next() {
        Some('-') => paint(colour, Mark::Bad, line),
        Some('+') => paint(colour, Mark::Good, line),
        Some('@' | '\\') => paint(colour, Mark::Faint, line),
        _ => line.to_owned(),
    }
}

/// A source file's line without anything that a terminal would obey.
fn printable(line: &str) -> String {
    let is_harmless = |letter: char| !letter.is_control() || letter == '\t';
    let shown = |letter| {
        if is_harmless(letter) {
            letter
        } else {
            '\u{fffd}'
        }
    };
    line.chars().map(shown).collect()
}

/// What has to pass before the solution is shown, and how to go on.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn waits(
    lesson: &Lesson,
    program: Option<&str>,
    standings: &[(&str, Standing)],
) -> Result<()> {
    let short = catalogue::short(lesson.name);
    let what = program.map_or_else(|| short.to_owned(), |program| format!("{short} {program}"));
    let mut text = format!(
        "The solution of {what} is shown once every check passes with your files as they are now.\n\n"
    );
    for (program, standing) in standings {
        text.push_str(&row(program, standing));
    }
    let mut commands = vec![
        (format!("check {what}"), "checks what you have"),
        (
            format!("hint {short}"),
            "helps with the first check that fails",
        ),
    ];
    if let Some((done, _)) = standings.iter().find(|(_, standing)| standing.is_done()) {
        let words = "shows what you have done already";
        commands.push((format!("solution {short} {done}"), words));
    }
    commands.push((format!("solution {what} --anyway"), "shows it all the same"));
    text.push('\n');
    for (command, words) in commands {
        let command = format!("cargo xtask {command}");
        let _ = writeln!(text, "  {command:<54} {words}");
    }
    print(&text)
}
