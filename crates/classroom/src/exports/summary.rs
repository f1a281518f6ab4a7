//! The class as a whole: what most students fail, and how the points are spread. Data only.

use super::by_student;
use crate::verdict::State;
use crate::verdict::Verdict;
use grader::CheckReport;
use grader::Outcome;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A check that students fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MostFailed {
    /// The lesson's full name.
    pub lesson: String,
    /// The check's name.
    pub check: String,
    pub title: String,
    /// So many students fail it.
    pub failed: usize,
    /// So many have tried: their program compiles, is started, and passes something of the stage before.
    pub of: usize,
    /// How often each cause was seen, by its name in the report (`wrong_bytes`); the most frequent first.
    pub causes: Vec<(String, usize)>,
}

/// One lesson across the class.
#[derive(Debug, Clone, PartialEq)]
pub struct LessonSummary {
    /// The lesson's full name.
    pub lesson: String,
    /// So many verdicts there are.
    pub students: usize,
    /// Nothing was handed in.
    pub missing: usize,
    /// Something was handed in, and none of it could be taken.
    pub untaken: usize,
    /// Could not be judged, wholly or in part; our fault.
    pub broken: usize,
    /// At least one program does not compile, or is not there although others are.
    pub not_built: usize,
    /// Was judged with weak isolation.
    pub weak: usize,
    /// Has all the points that this machine could give.
    pub full_marks: usize,
    /// How the points of those are spread who handed something in and were judged; `None` where there is nobody.
    pub spread: Option<Spread>,
}

/// How points are spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    pub lowest: u32,
    /// Halfway between the two in the middle, where there are two.
    pub median: f64,
    pub highest: u32,
    /// The most that anybody could have.
    pub maximum: u32,
}

/// The checks that most students fail, at most so many. Those who have not come to a check, or whose program does not compile, fail nothing here.
pub fn most_failed(verdicts: &[Verdict], most: usize) -> Vec<MostFailed> {
    let mut found: BTreeMap<(&str, &str), Tally<'_>> = BTreeMap::new();
    for (lesson, verdict) in by_student(verdicts).values().flatten() {
        if verdict.state != State::Graded {
            continue;
        }
        for (place, check) in verdict.report().checks.iter().enumerate() {
            if verdict.is_built(&check.program) {
                let tally = found.entry((lesson, &check.name));
                let tally = tally.or_insert_with(|| Tally::new(place, check));
                tally.count(check);
            }
        }
    }
    let mut failed: Vec<(&str, Tally<'_>)> = found
        .into_iter()
        .map(|((lesson, _), tally)| (lesson, tally))
        .filter(|(_, tally)| tally.failed > 0)
        .collect();
    // Equal numbers in the order of the course.
    failed.sort_by_key(|(lesson, tally)| (Reverse(tally.failed), *lesson, tally.place));
    failed
        .into_iter()
        .take(most)
        .map(|(lesson, tally)| tally.into_most_failed(lesson))
        .collect()
}

/// Each lesson of the class, in order.
pub fn summaries(verdicts: &[Verdict]) -> Vec<LessonSummary> {
    let mut lessons: BTreeMap<&str, Vec<&Verdict>> = BTreeMap::new();
    for (lesson, verdict) in by_student(verdicts).values().flatten() {
        lessons.entry(lesson).or_default().push(verdict);
    }
    lessons
        .into_iter()
        .map(|(lesson, verdicts)| summary(lesson, &verdicts))
        .collect()
}

struct Tally<'a> {
    /// Where it stands in its lesson.
    place: usize,
    check: &'a CheckReport,
    failed: usize,
    of: usize,
    causes: BTreeMap<String, usize>,
}

impl<'a> Tally<'a> {
    fn new(place: usize, check: &'a CheckReport) -> Tally<'a> {
        Tally {
            place,
            check,
            failed: 0,
            of: 0,
            causes: BTreeMap::new(),
        }
    }

    fn count(&mut self, check: &CheckReport) {
        let is_failure = check.outcome.is_failure();
        self.of += usize::from(is_failure || check.outcome == Outcome::Passed);
        self.failed += usize::from(is_failure);
        if let (true, Some(failure)) = (is_failure, &check.failure) {
            // Its name is the one that the report is stored with.
            let name = serde_json::to_value(failure.cause).unwrap_or_default();
            let name = name.as_str().unwrap_or("unknown").to_owned();
            *self.causes.entry(name).or_default() += 1;
        }
    }

    fn into_most_failed(self, lesson: &str) -> MostFailed {
        let mut causes: Vec<(String, usize)> = self.causes.into_iter().collect();
        causes.sort_by_key(|(_, times)| Reverse(*times));
        MostFailed {
            lesson: lesson.to_owned(),
            check: self.check.name.clone(),
            title: self.check.title.clone(),
            failed: self.failed,
            of: self.of,
            causes,
        }
    }
}

fn summary(lesson: &str, verdicts: &[&Verdict]) -> LessonSummary {
    let count = |is_counted: &dyn Fn(&Verdict) -> bool| {
        verdicts
            .iter()
            .filter(|verdict| is_counted(verdict))
            .count()
    };
    let mut judged: Vec<_> = verdicts
        .iter()
        .filter(|verdict| verdict.state == State::Graded)
        .filter_map(|verdict| verdict.points())
        .collect();
    judged.sort_by_key(|points| points.got);
    let full_marks = judged
        .iter()
        .filter(|points| points.of > 0 && points.got == points.of)
        .count();
    let middle = |place: usize| f64::from(judged[place].got);
    let spread = judged.first().map(|first| Spread {
        lowest: first.got,
        median: (middle((judged.len() - 1) / 2) + middle(judged.len() / 2)) / 2.0,
        highest: judged[judged.len() - 1].got,
        maximum: judged.iter().map(|points| points.of).max().unwrap_or(0),
    });
    LessonSummary {
        lesson: lesson.to_owned(),
        students: verdicts.len(),
        missing: count(&|verdict| verdict.state == State::Missing),
        untaken: count(&|verdict| verdict.state == State::NothingTaken),
        broken: count(&|verdict| verdict.points().is_none()),
        not_built: count(&|verdict| {
            verdict.state == State::Graded && verdict.programs.iter().any(|program| !program.ok)
        }),
        weak: count(&|verdict| verdict.isolation.weak),
        full_marks,
        spread,
    }
}
