//! `grades.csv`: a row for each student, a few columns for each lesson.

use super::Lessons;
use super::Points;
use super::by_student;
use super::escape::cell;
use super::page;
use super::person;
use super::total;
use crate::verdict::State;
use crate::verdict::Verdict;
use grader::Outcome;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// The columns that are there whatever the class has done.
const ALWAYS: [&str; 7] = [
    "id",
    "name",
    "email",
    "total",
    "maximum",
    "isolation",
    "feedback",
];

/// The class as a table (RFC 4180, UTF-8), a row for each student in the order of their ids. For each lesson: points, maximum, state, reason, and
/// the points of each stage. The columns come from the verdicts themselves.
///
/// **An empty cell is not a zero**: nothing was judged there, or a check of ours was at fault; `state` and `reason` say so, and the total is then empty,
/// too. The maximum leaves out what the machine could not run, so that it may differ from row to row. `isolation` is `weak` where programs
/// of the student's ran without something that strangers' programs need, `full` where none did, and empty where nothing ran. `feedback` is the student's page, from the
/// table's own folder.
pub fn grades_csv(verdicts: &[Verdict]) -> String {
    let students = by_student(verdicts);
    let mut columns: BTreeMap<&str, BTreeSet<u8>> = BTreeMap::new();
    for (lesson, verdict) in students.values().flatten() {
        columns.entry(lesson).or_default().extend(verdict.stages());
    }
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let mut write = |row: Vec<String>| {
        table
            .write_record(row.iter().map(|text| cell(text)))
            .expect("memory takes every row, and all rows are alike");
    };
    write(heading(&columns));
    for lessons in students.values() {
        let mut row = about_student(lessons, columns.len());
        for (lesson, stages) in &columns {
            row.extend(about_lesson(lessons.get(lesson).copied(), stages));
        }
        write(row);
    }
    let bytes = table.into_inner().expect("memory takes everything");
    String::from_utf8(bytes).expect("made of texts")
}

fn heading(columns: &BTreeMap<&str, BTreeSet<u8>>) -> Vec<String> {
    let mut row: Vec<String> = ALWAYS.map(str::to_owned).to_vec();
    for (lesson, stages) in columns {
        for column in ["points", "maximum", "state", "reason"] {
            row.push(format!("{lesson} {column}"));
        }
        row.extend(stages.iter().map(|stage| format!("{lesson} stage {stage}")));
    }
    row
}

fn about_student(lessons: &Lessons<'_>, of_lessons: usize) -> Vec<String> {
    let student = person(lessons);
    let has_run =
        |verdict: &&&Verdict| !matches!(verdict.state, State::Missing | State::NothingTaken);
    let isolation = if lessons.values().any(|verdict| verdict.isolation.weak) {
        "weak"
    } else if lessons.values().any(|verdict| has_run(&verdict)) {
        "full"
    } else {
        ""
    };
    // A sum without a lesson that others have been judged in would look like a score.
    let total = total(lessons).filter(|_| lessons.len() == of_lessons);
    let (got, of) = shown(total);
    let page = page(&student.id);
    vec![
        student.id,
        student.name,
        student.email,
        got,
        of,
        isolation.to_owned(),
        page,
    ]
}

fn about_lesson(verdict: Option<&Verdict>, stages: &BTreeSet<u8>) -> Vec<String> {
    let Some(verdict) = verdict else {
        let mut row = vec![String::new(); 4 + stages.len()];
        row[2] = "not judged".to_owned();
        return row;
    };
    let (got, of) = shown(verdict.points());
    let (state, reason) = state(verdict);
    let mut row = vec![got, of, state.to_owned(), reason];
    row.extend(
        stages
            .iter()
            .map(|stage| shown(verdict.stage_points(*stage)).0),
    );
    row
}

/// Points and maximum; empty where there is nothing to have points for.
fn shown(points: Option<Points>) -> (String, String) {
    match points {
        Some(Points { got, of }) if of > 0 => (got.to_string(), of.to_string()),
        _ => (String::new(), String::new()),
    }
}

/// How far the judgement came, in a word or two, and why no further.
fn state(verdict: &Verdict) -> (&'static str, String) {
    match verdict.state {
        State::Missing => return ("missing", verdict.reason.clone()),
        State::NothingTaken => return ("nothing taken", verdict.reason.clone()),
        State::Broken => return ("broken", verdict.reason.clone()),
        State::Graded => {}
    }
    let checks = &verdict.report().checks;
    let broken: Vec<&str> = checks
        .iter()
        .filter(|check| check.outcome == Outcome::Broken)
        .map(|check| check.name.as_str())
        .collect();
    if !broken.is_empty() {
        let reason = format!("our checks could not judge: {}", broken.join(", "));
        return ("broken", reason);
    }
    let not_built: Vec<String> = verdict
        .programs
        .iter()
        .filter(|program| !program.ok)
        .map(|program| format!("{}: {}", program.name, program.reason))
        .collect();
    let state = if not_built.is_empty() {
        "graded"
    } else if not_built.len() < verdict.programs.len() {
        "partly built"
    } else {
        "not built"
    };
    let unavailable = verdict.report().count(Outcome::Unavailable);
    let mut reasons = not_built;
    let not_started = not_started(verdict);
    if !not_started.is_empty() {
        reasons.push(format!("not started: {}", not_started.join(", ")));
    }
    if unavailable > 0 {
        let of = checks.len();
        reasons.push(format!(
            "not available on this machine: {unavailable} of {of} checks"
        ));
    }
    (state, reasons.join("; "))
}

/// The programs that are as they were handed out: whatever was asked of them has run into a `todo!`.
fn not_started(verdict: &Verdict) -> Vec<&str> {
    let is_not_started = |program: &&str| {
        let checks = verdict.report().checks.iter();
        let mut judged = checks
            .filter(|check| check.program == **program)
            .filter(|check| !matches!(check.outcome, Outcome::Blocked | Outcome::Unavailable))
            .peekable();
        judged.peek().is_some() && judged.all(|check| check.outcome == Outcome::NotStarted)
    };
    let built = verdict.programs.iter().filter(|program| program.ok);
    built
        .map(|program| program.name.as_str())
        .filter(is_not_started)
        .collect()
}
