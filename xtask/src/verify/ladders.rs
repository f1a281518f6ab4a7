//! The proof that help is there: every check is on one ladder, and every ladder has all its steps.

use grader::Lesson;
use std::collections::BTreeSet;

/// What is wrong with a lesson's ladders, a sentence each.
pub(super) fn check(lesson: &Lesson) -> Vec<String> {
    let mut complaints = Vec::new();
    for check in lesson.checks() {
        let on = lesson
            .ladders
            .iter()
            .filter(|ladder| ladder.checks.contains(&check.name));
        let count = on.count();
        if count != 1 {
            complaints.push(format!("{} is on {count} ladders, not on one", check.name));
        }
    }
    let names: BTreeSet<&str> = lesson.checks().map(|check| check.name).collect();
    for ladder in lesson.ladders {
        let unknown = ladder.checks.iter().filter(|name| !names.contains(**name));
        complaints.extend(unknown.map(|name| format!("a ladder is for {name}, which is no check")));
        let place = ladder.checks.first().copied().unwrap_or("no check");
        if !ladder.question.ends_with('?') {
            complaints.push(format!("the ladder for {place} begins with no question"));
        }
        if ladder.call.is_empty() || ladder.sketch.is_empty() || !ladder.learnt.ends_with('.') {
            complaints.push(format!("the ladder for {place} lacks a step"));
        }
    }
    complaints
}
