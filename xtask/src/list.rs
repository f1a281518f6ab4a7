//! `cargo xtask list`: the lessons, their stages, and how far the student is.

use crate::PASSED;
use crate::catalogue;
use crate::catalogue::COURSE;
use crate::messages;
use crate::progress::Progress;
use anyhow::Result;
use grader::Lesson;
use std::fmt::Write;

/// Show the lessons, their stages and points, and how far you are.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Show every check of this lesson.
    lesson: Option<String>,
}

/// # Errors
/// Wrong usage.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let text = match &arguments.lesson {
        Some(name) => checks(catalogue::find(name)?),
        None => lessons(),
    };
    messages::print(&text)?;
    Ok(PASSED)
}

fn lessons() -> String {
    // A damaged file costs a warning, not the list.
    let progress = Progress::load().unwrap_or_else(|error| {
        messages::warning(&error);
        Progress::default()
    });
    let mut text = String::new();
    for lesson in COURSE {
        let all: u32 = lesson.checks().map(|check| check.points).sum();
        let standings = lesson
            .programs
            .iter()
            .map(|program| progress.standing(lesson, program));
        let points: u32 = standings.map(|standing| standing.points).sum();
        let _ = writeln!(
            text,
            "{:<24} {:<22} {points} of {all} points",
            lesson.name, lesson.title
        );
        for stage in lesson.stages {
            let checks = lesson.checks().filter(|check| check.stage == stage.number);
            let (count, points) = checks.fold((0, 0), |(count, points), check| {
                (count + 1, points + check.points)
            });
            let _ = writeln!(
                text,
                "  stage {}  {:<32} {count:>3} checks  {points:>3} points",
                stage.number, stage.title
            );
        }
        for program in lesson.programs {
            let standing = progress.standing(lesson, program);
            let count = lesson
                .checks()
                .filter(|check| check.program == *program)
                .count();
            let state = match (standing.passed, standing.edited) {
                (0, _) => "",
                (_, true) => ", edited since",
                (passed, false) if passed == count => ", done",
                _ => "",
            };
            let _ = writeln!(
                text,
                "  {program:<20} {:>3} of {count} checks passed{state}",
                standing.passed
            );
        }
        text.push('\n');
    }
    text.push_str("cargo xtask list lesson2 shows the checks of a lesson.\n");
    text
}

fn checks(lesson: &Lesson) -> String {
    let mut text = String::new();
    for program in lesson.programs {
        let _ = writeln!(text, "{program}");
        for check in lesson.checks().filter(|check| check.program == *program) {
            let _ = writeln!(
                text,
                "  stage {}  {:<46} {:>2}  {}",
                check.stage, check.name, check.points, check.title
            );
        }
        text.push('\n');
    }
    text
}
