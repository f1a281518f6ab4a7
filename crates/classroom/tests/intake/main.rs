//! The intake, as the grading suite meets it: trees and archives of every kind, and what is taken of them.

mod archives;
mod bombs;
mod class;
mod folders;
mod hostile;
mod packed;
mod tree;

use classroom::intake::Class;
use classroom::intake::LessonFacts;
use classroom::intake::Submission;
use classroom::intake::Taken;
use classroom::intake::take;
use std::path::Path;

/// Two lessons of a course.
const LESSONS: [LessonFacts<'static>; 2] = [
    LessonFacts {
        name: "lesson2-echo",
        programs: &["echo-server", "echo-client"],
    },
    LessonFacts {
        name: "lesson3-sum-server",
        programs: &["sum-server"],
    },
];

/// Takes a class with both lessons, without a roster.
fn class(folder: &Path) -> Class {
    take(folder, None, &LESSONS, &[]).expect("the class can be taken in")
}

/// What one student has handed in for `lesson2-echo`.
fn lesson2(folder: &Path, student: &str) -> Taken {
    of(&class(folder), student, "lesson2-echo")
}

fn of(class: &Class, student: &str, lesson: &str) -> Taken {
    let is_it =
        |submission: &&Submission| submission.student.id == student && submission.lesson == lesson;
    let found = class.submissions.iter().find(is_it);
    found.expect("every student has every lesson").taken.clone()
}

/// The names of the taken files.
fn files(taken: &Taken) -> Vec<&str> {
    taken.files.keys().map(String::as_str).collect()
}

/// The ignored ones, as `path: why`.
fn ignored(taken: &Taken) -> Vec<String> {
    let line = |ignored: &classroom::Ignored| format!("{}: {}", ignored.path, ignored.why);
    taken.ignored.iter().map(line).collect()
}
