//! The workers: each takes the next unit, has it judged, and stores the verdicts.

use super::Blank;
use super::Progress;
use super::Step;
use super::judgement;
use super::judgement::Judgement;
use super::todo;
use crate::judge::Judge;
use crate::judge::Judged;
use crate::judge::Unit;
use crate::plan::Plan;
use crate::store::Store;
use crate::store::sources_path;
use crate::verdict::State;
use anyhow::Context;
use anyhow::Result;
use grader::LessonReport;
use grader::Outcome;
use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::time::Instant;

/// A judge that has failed is asked once more.
const ATTEMPTS: usize = 2;

/// What all workers share.
pub(super) struct Desk<'a> {
    pub(super) store: &'a Store,
    pub(super) plan: &'a Plan,
    pub(super) judge: &'a dyn Judge,
    pub(super) blank: Blank<'a>,
    pub(super) progress: &'a dyn Progress,
    pub(super) stop: &'a AtomicBool,
    pub(super) units: &'a [todo::Unit],
    pub(super) next: AtomicUsize,
    pub(super) done: AtomicUsize,
    pub(super) began: Instant,
    pub(super) found: Mutex<Findings>,
}

/// What the caller must hear of.
#[derive(Debug, Default)]
pub(super) struct Findings {
    broken: Vec<(String, String, String)>,
    /// The first error; it ends all workers.
    error: Option<anyhow::Error>,
}

impl Desk<'_> {
    /// Takes units until there are no more, or all shall stop.
    pub(super) fn work(&self, lane: usize) {
        while !self.shall_stop() {
            let Some(unit) = self.units.get(self.next.fetch_add(1, Ordering::Relaxed)) else {
                return;
            };
            if let Err(error) = self.unit(unit, lane) {
                let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
                found.error.get_or_insert(error);
            }
        }
    }

    /// What was broken, after all workers have ended.
    pub(super) fn into_broken(self) -> Result<Vec<(String, String, String)>> {
        let found = self
            .found
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        match found.error {
            Some(error) => Err(error),
            None => Ok(found.broken),
        }
    }

    fn shall_stop(&self) -> bool {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        self.stop.load(Ordering::Relaxed) || found.error.is_some()
    }

    fn unit(&self, unit: &todo::Unit, lane: usize) -> Result<()> {
        let began = Instant::now();
        let Some(judgement) = self.judge(unit, lane) else {
            return Ok(());
        };
        let took = began.elapsed();
        let mut first = None;
        for place in &unit.wanted {
            let planned = &self.plan.submissions[*place];
            let is_broken = judgement.state == State::Broken;
            // Judged once more by force, and in vain: what was known stays.
            let stays = is_broken && todo::is_judged(self.store, planned)?;
            let verdict = if stays {
                judgement.verdict(self.plan, *place)?
            } else {
                judgement.store(self.store, self.plan, *place)?
            };
            if is_broken {
                let mut reason = judgement.reason.clone();
                if stays {
                    reason.push_str("; the verdict of before stays");
                }
                let words = (planned.student.clone(), planned.lesson.clone(), reason);
                let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
                found.broken.push(words);
            }
            first.get_or_insert(verdict);
        }
        let verdict = first.context("a unit is somebody's")?;
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.progress.judged(&Step {
            done,
            all: self.units.len(),
            verdict: &verdict,
            students: unit.wanted.len(),
            took,
            elapsed: self.began.elapsed(),
        });
        Ok(())
    }

    /// `None` where all shall stop: whoever has stopped us may have stopped the programs in the middle, too.
    fn judge(&self, unit: &todo::Unit, lane: usize) -> Option<Judgement> {
        let planned = &self.plan.submissions[unit.first];
        let source = planned.source.as_deref().unwrap_or_default();
        let sources = sources_path(self.store.folder(), source);
        let asked = Unit {
            lesson: &planned.lesson,
            sources: &sources,
            seed: planned.seed,
        };
        let mut reason = String::new();
        for _ in 0..ATTEMPTS {
            let answer = catch_unwind(AssertUnwindSafe(|| self.judge.judge(&asked, lane)));
            if self.stop.load(Ordering::Relaxed) {
                return None;
            }
            reason = match answer {
                Ok(Ok(judged)) => match broken_check(&judged) {
                    None => return Some(judgement::graded(judged)),
                    Some(reason) => reason,
                },
                Ok(Err(broken)) => broken.reason,
                Err(panic) => format!("the judge panicked: {}", words(&*panic)),
            };
        }
        let blank: LessonReport = (self.blank)(&planned.lesson);
        Some(judgement::broken(planned, reason, blank))
    }
}

/// A check of ours that has failed itself, or a report about something else.
fn broken_check(judged: &Judged) -> Option<String> {
    let mut checks = judged.report.checks.iter();
    let check = checks.find(|check| check.outcome == Outcome::Broken)?;
    let why = check.failure.as_ref().map_or("", |failure| &failure.got);
    Some(format!("{}: {why}", check.name))
}

fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no words".to_owned())
}
