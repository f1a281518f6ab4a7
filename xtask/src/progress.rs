//! What the student has passed so far, kept in `.loopback/progress.json`: readable, outside `target/`, ignored by git.
//!
//! Each check has its last outcome and the sources it was about, so that what passed before an edit is told from what passes now.
//! Checks are known by name: what an update of the course adds is not known yet, what it removes is passed over.

mod sources;
mod store;

pub(crate) use sources::Sources;

use crate::catalogue::COURSE;
use crate::messages;
use anyhow::Result;
use grader::Check;
use grader::Ladder;
use grader::Lesson;
use grader::LessonReport;
use grader::Outcome;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

const SCHEMA: &str = "loopback/progress/2";

/// Everything that is remembered.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Progress {
    schema: String,
    /// The lesson that was checked last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recent: Option<String>,
    /// By the full names of lesson and program.
    lessons: BTreeMap<String, BTreeMap<String, ProgramProgress>>,
}

/// How far one program is.
#[derive(Debug, Default, Serialize, Deserialize)]
struct ProgramProgress {
    /// A hash of the sources at the last check.
    sources: String,
    checks: BTreeMap<String, Known>,
}

/// The last outcome of a check.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Known {
    /// Of the sources that the check was about.
    Of { outcome: Outcome, sources: String },
    /// Of the program's sources at its last check: how the format before this one had it.
    Old(Outcome),
}

/// What is known of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// It was never run.
    Unknown,
    /// Of the sources as they are now.
    Now(Outcome),
    /// Of sources that have been edited since.
    Before(Outcome),
}

/// How far a program, a stage or a lesson is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) checks: usize,
    /// With the sources as they are now.
    pub(crate) passed: usize,
    pub(crate) points: u32,
    pub(crate) max_points: u32,
    /// Passed once, but with sources that have been edited since.
    pub(crate) passed_before: usize,
    pub(crate) points_before: u32,
    /// This machine cannot run them.
    pub(crate) unavailable: usize,
    /// Was any of it ever run?
    pub(crate) is_known: bool,
}

impl Default for Progress {
    fn default() -> Progress {
        Progress {
            schema: SCHEMA.to_owned(),
            recent: None,
            lessons: BTreeMap::new(),
        }
    }
}

impl Progress {
    /// What is remembered. What is wrong with the file costs a warning, on stderr.
    pub(crate) fn load() -> Progress {
        let found = store::load();
        if let Some(warning) = &found.warning {
            messages::warning(warning);
        }
        found.progress
    }

    /// Was nothing ever checked?
    pub(crate) fn is_empty(&self) -> bool {
        self.lessons.is_empty()
    }

    /// What is known of a check; `sources` are the lesson's, as they are now.
    pub(crate) fn state(&self, lesson: &Lesson, check: &Check, sources: &Sources) -> State {
        let program = self
            .lessons
            .get(lesson.name)
            .and_then(|programs| programs.get(check.program));
        let Some((program, known)) =
            program.and_then(|program| Some((program, program.checks.get(check.name)?)))
        else {
            return State::Unknown;
        };
        let (outcome, of) = match known {
            Known::Of { outcome, sources } => (*outcome, sources),
            Known::Old(outcome) => (*outcome, &program.sources),
        };
        if of == sources.of(check.program) {
            State::Now(outcome)
        } else {
            State::Before(outcome)
        }
    }

    /// How far those of a lesson's checks are that `wanted` names.
    pub(crate) fn standing(
        &self,
        lesson: &Lesson,
        sources: &Sources,
        wanted: impl Fn(&Check) -> bool,
    ) -> Standing {
        let mut standing = Standing::default();
        for check in lesson.checks().filter(|check| wanted(check)) {
            standing.add(check, self.state(lesson, check, sources));
        }
        standing
    }

    /// The lesson to go on with: the one that was checked last, or the first after it that is not done; `None` where all are.
    pub(crate) fn current_lesson(&self) -> Option<&'static Lesson> {
        let recent = self.recent.as_deref().unwrap_or("lesson2-echo");
        let begin = COURSE
            .iter()
            .position(|lesson| lesson.name == recent)
            .unwrap_or(0);
        (0..COURSE.len())
            .map(|step| COURSE[(begin + step) % COURSE.len()])
            .find(|lesson| !self.is_done(lesson))
    }

    /// What the student has learnt in a lesson so far.
    pub(crate) fn learnt(&self, lesson: &Lesson) -> Vec<&'static str> {
        let passed = |ladder: &&Ladder| self.has_passed(lesson, ladder);
        let ladders = lesson.ladders.iter().filter(passed);
        ladders.map(|ladder| ladder.learnt).collect()
    }

    /// Has one program passed all of its checks on this ladder, with whatever sources? Another program only shows the same again.
    fn has_passed(&self, lesson: &Lesson, ladder: &Ladder) -> bool {
        // The sources do not matter, so none are given.
        let sources = Sources::default();
        let passed = |check: &&Check| {
            matches!(
                self.state(lesson, check, &sources),
                State::Now(Outcome::Passed) | State::Before(Outcome::Passed)
            )
        };
        lesson.programs.iter().any(|program| {
            let mut checks = lesson
                .checks()
                .filter(|check| check.program == *program && ladder.checks.contains(&check.name))
                .peekable();
            checks.peek().is_some() && checks.all(|check| passed(&check))
        })
    }

    /// Does everything of it pass that this machine can run?
    pub(crate) fn is_done(&self, lesson: &Lesson) -> bool {
        self.standing(lesson, &Sources::read(lesson), |_| true)
            .is_done()
    }
}

impl Standing {
    /// Does everything pass that this machine can run?
    pub(crate) fn is_done(&self) -> bool {
        self.passed > 0 && self.passed + self.unavailable == self.checks
    }

    fn add(&mut self, check: &Check, state: State) {
        self.checks += 1;
        self.max_points += check.points;
        self.is_known |= state != State::Unknown;
        match state {
            State::Now(Outcome::Passed) => {
                self.passed += 1;
                self.points += check.points;
            }
            State::Before(Outcome::Passed) => {
                self.passed_before += 1;
                self.points_before += check.points;
            }
            State::Now(Outcome::Unavailable) | State::Before(Outcome::Unavailable) => {
                self.unavailable += 1;
            }
            _ => {}
        }
    }
}

/// What a student has reached with a check.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gained {
    /// A sentence for each idea.
    pub(crate) learnt: Vec<&'static str>,
    /// The stages of which everything passes now.
    pub(crate) stages: Vec<u8>,
}

/// Remembers what a check of the student's own programs found; `sources` is what they were built from. Answers what the student has
/// learnt by it: a sentence for each ladder that a program has come to the end of now, and none had before.
///
/// # Errors
/// Where the file cannot be written. A damaged one is kept under another name.
pub(crate) fn record(report: &LessonReport, lesson: &Lesson, sources: &Sources) -> Result<Gained> {
    let mut gained = Gained::default();
    store::update(|progress| {
        let is_open = |progress: &Progress, ladder: &&Ladder| !progress.has_passed(lesson, ladder);
        let open: Vec<&Ladder> = lesson
            .ladders
            .iter()
            .filter(|ladder| is_open(progress, ladder))
            .collect();
        let done = |progress: &Progress| {
            let numbers = lesson.stages.iter().map(|stage| stage.number);
            let is_done = |number: &u8| {
                let of_stage = |check: &Check| check.stage == *number;
                progress.standing(lesson, sources, of_stage).is_done()
            };
            numbers.filter(is_done).collect::<Vec<u8>>()
        };
        let done_before = done(progress);
        progress.recent = Some(lesson.name.to_owned());
        let programs = progress.lessons.entry(lesson.name.to_owned()).or_default();
        for check in &report.checks {
            let program = programs.entry(check.program.clone()).or_default();
            program.settle();
            program.sources = sources.of(&check.program).to_owned();
            let known = Known::Of {
                outcome: check.outcome,
                sources: program.sources.clone(),
            };
            program.checks.insert(check.name.clone(), known);
        }
        let closed = open.into_iter().filter(|ladder| !is_open(progress, ladder));
        gained.learnt.extend(closed.map(|ladder| ladder.learnt));
        gained.stages = done(progress);
        gained.stages.retain(|number| !done_before.contains(number));
    })?;
    Ok(gained)
}

/// Where commands keep what they remember.
pub(crate) fn folder() -> PathBuf {
    store::folder()
}

impl ProgramProgress {
    /// What the format before this one has left gets its sources, before the program's change.
    fn settle(&mut self) {
        for known in self.checks.values_mut() {
            if let Known::Old(outcome) = *known {
                let sources = self.sources.clone();
                *known = Known::Of { outcome, sources };
            }
        }
    }
}
