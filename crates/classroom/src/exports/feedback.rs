//! A student's page: points, and what to do about those that are missing. Markdown that holds no HTML and needs no renderer.

mod lesson;

use super::Lessons;
use super::Level;
use super::Page;
use super::Points;
use super::by_student;
use super::escape::code;
use super::escape::inline;
use super::person;
use super::total;
use crate::verdict::Verdict;
use grader::CheckReport;
use grader::Outcome;
use std::fmt::Write;

/// No page is larger, in bytes.
const MOST: usize = 200 * 1024;
/// Of a name or a title, in bytes.
const MOST_OF_NAME: usize = 400;

/// One student's page. The verdicts are all of one student, in any order; `page` tells a failure in full, and is asked only at
/// [`Level::Everything`].
///
/// What others have written stands in fenced blocks or is escaped for Markdown and HTML. A page has at most 200 KiB: of a failure told in full 16 KiB
/// are shown, of the compiler's messages 16 KiB a lesson, and where that is still too much, the last failures of a lesson are told shortly.
pub fn feedback(of_student: &[&Verdict], level: Level, page: Page<'_>) -> String {
    let students = by_student(of_student.iter().copied());
    let Some(lessons) = students.into_values().next() else {
        return String::new();
    };
    let mut text = heading(&lessons);
    text.push_str(&table(&lessons));
    for (place, verdict) in lessons.values().enumerate() {
        // Each lesson has the same right to what room there is.
        let share = MOST.saturating_sub(text.len()) / (lessons.len() - place);
        let section = lesson::section(verdict, level, page, share);
        if section.len() <= share {
            text.push_str(&section);
        } else {
            let lesson = inline(&verdict.report().lesson, MOST_OF_NAME);
            let _ = writeln!(text, "## {lesson}\n\nThere is no room here for more.\n");
        }
    }
    text
}

fn heading(lessons: &Lessons<'_>) -> String {
    let student = person(lessons);
    let id = code(&student.id, MOST_OF_NAME);
    let name = inline(&student.name, MOST_OF_NAME);
    let mut text = String::new();
    if name.is_empty() {
        let _ = writeln!(text, "# Feedback for {id}\n");
    } else {
        let _ = writeln!(text, "# Feedback for {name}\n\nHanded in as {id}.\n");
    }
    if lessons.values().any(|verdict| verdict.isolation.weak) {
        text.push_str(
            "Judged with **weak isolation**: the machine could not keep the programs of different students fully apart.\n\n",
        );
    }
    text
}

fn table(lessons: &Lessons<'_>) -> String {
    let mut text =
        String::from("| lesson | stage | checks that pass | points |\n|---|---|---|---|\n");
    for (lesson, verdict) in lessons {
        let lesson = code(lesson, MOST_OF_NAME);
        for stage in verdict.stages() {
            let passed = passed(verdict.stage(stage));
            let points = shown(verdict.stage_points(stage));
            let _ = writeln!(text, "| {lesson} | {stage} | {passed} | {points} |");
        }
        let passed = passed(&verdict.report().checks);
        let points = shown(verdict.points());
        let _ = writeln!(text, "| {lesson} | all | {passed} | {points} |");
    }
    match total(lessons) {
        Some(Points { got, of }) => {
            let _ = writeln!(text, "\n**Together {got} of {of} points.**\n");
        }
        None => text.push_str(
            "\nThere is no sum yet: something could not be judged, through no fault of yours. Your instructor knows.\n\n",
        ),
    }
    text
}

/// `4 of 5`; what this machine could not run is not counted.
fn passed<'a>(checks: impl IntoIterator<Item = &'a CheckReport>) -> String {
    let (mut passed, mut of) = (0, 0);
    for check in checks {
        passed += usize::from(check.outcome == Outcome::Passed);
        of += usize::from(check.outcome != Outcome::Unavailable);
    }
    format!("{passed} of {of}")
}

fn shown(points: Option<Points>) -> String {
    points.map_or("not judged".to_owned(), |Points { got, of }| {
        format!("{got} of {of}")
    })
}
