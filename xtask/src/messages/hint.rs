//! The words of `hint`: a ladder of three steps for each check.

use super::wrap;
use crate::catalogue::short;
use crate::style;
use crate::style::Mark;
use crate::style::paint;
use grader::Check;
use grader::Lesson;
use std::fmt::Write;

/// How many steps a ladder has.
pub(crate) const STEPS: u8 = 3;

/// One step of the help for a check, and how to get the next one.
pub(crate) fn page(lesson: &Lesson, check: &Check, step: u8) -> String {
    let Check {
        program,
        title,
        name,
        stage,
        ..
    } = check;
    let head = paint(
        style::on_stdout(),
        Mark::Strong,
        &format!("{program} {title}"),
    );
    let mut text = format!("{head} ({name}, stage {stage})\n");
    let mut lines = self::step(lesson, check, step, 92);
    if step == 1 {
        lines.extend(labelled("hint", check.hint, 92));
    }
    for line in lines {
        let _ = writeln!(text, "  {line}");
    }
    if step < STEPS {
        let next = step + 1;
        let _ = writeln!(
            text,
            "  {} of {STEPS}; the next step: cargo xtask hint {} {name} --step {next}",
            step,
            short(lesson.name)
        );
    }
    text.push('\n');
    text
}

/// The lines of one step, wrapped to so many characters.
pub(crate) fn step(lesson: &Lesson, check: &Check, step: u8, columns: usize) -> Vec<String> {
    let Some(ladder) = lesson.ladder(check.name) else {
        return wrap(check.hint, columns);
    };
    match step {
        0 | 1 => labelled("think", ladder.question, columns),
        2 => labelled("look at", ladder.call, columns),
        _ => labelled("sketch", ladder.sketch, columns),
    }
}

/// Every line of the text of its own, wrapped, below a label.
fn labelled(label: &str, text: &str, columns: usize) -> Vec<String> {
    const LABEL: usize = 9;
    let width = columns.saturating_sub(LABEL).max(20);
    text.lines()
        .flat_map(|line| indented(line, width))
        .enumerate()
        .map(|(number, line)| {
            let label = if number == 0 { label } else { "" };
            format!("{label:<LABEL$}{line}")
        })
        .collect()
}

/// A line wrapped so that what goes on stands below where it began.
fn indented(line: &str, width: usize) -> Vec<String> {
    let text = line.trim_start_matches(' ');
    let indent = line.len() - text.len();
    wrap(text, width.saturating_sub(indent).max(20))
        .into_iter()
        .map(|part| format!("{:indent$}{part}", ""))
        .collect()
}

/// For a lesson in which nothing fails.
pub(crate) fn nothing(lesson: &str) -> String {
    format!("every check of {lesson} passes: no hint is needed\n")
}
