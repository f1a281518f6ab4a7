//! Has a plan judged by workers, and stores each verdict as soon as it is there.
//!
//! What comes out does not depend on how many workers there are or in which order they work: a verdict is a function of its unit. A run that
//! ends in the middle, however it ends, leaves whole verdicts only, and the next one goes on from there.

mod judgement;
mod todo;
mod worker;

use crate::judge::Judge;
use crate::partition::Partition;
use crate::plan::Frozen;
use crate::store::Store;
use crate::verdict::State;
use crate::verdict::Verdict;
use anyhow::Result;
use grader::LessonReport;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::time::Duration;
use std::time::Instant;

/// The report of a lesson of which nothing was handed in: each check failed, with cause `not_built` ([`grader::not_built`]).
pub type Blank<'a> = &'a (dyn Fn(&str) -> LessonReport + Sync);

/// How to run.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// How many workers, at least 1.
    pub jobs: usize,
    /// Judge what has a verdict, too.
    pub force: bool,
    /// Judge this part only.
    pub partition: Option<Partition>,
    /// As soon as this is set, nothing more is begun, and what is being judged is forgotten.
    pub stop: &'a AtomicBool,
}

/// Told how a run is getting on, by any thread.
pub trait Progress: Sync {
    /// Everything is planned, and judging begins.
    fn began(&self, counts: &Counts) {
        let _ = counts;
    }

    /// One unit has been judged, and its verdicts are on the disk.
    fn judged(&self, step: &Step<'_>) {
        let _ = step;
    }
}

/// Tells nobody.
impl Progress for () {}

/// What a run has to do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Units to judge: different work, by however many students.
    pub units: usize,
    /// Submissions whose verdict was there.
    pub kept: usize,
    /// Submissions whose verdict was there for somebody with the same files.
    pub copied: usize,
    /// Submissions of which nothing was handed in.
    pub missing: usize,
    /// Submissions that were handed in, and of which nothing could be taken.
    pub untaken: usize,
    /// Submissions that we could not read.
    pub unread: usize,
}

/// One unit, judged.
#[derive(Debug)]
pub struct Step<'a> {
    /// So many units have been judged in this run, this one included.
    pub done: usize,
    /// Of so many.
    pub all: usize,
    /// The first student's verdict.
    pub verdict: &'a Verdict,
    /// How many students' verdict it is.
    pub students: usize,
    /// How long it took to judge it.
    pub took: Duration,
    /// Since judging began.
    pub elapsed: Duration,
}

/// What a run has done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    pub counts: Counts,
    /// Units that were judged in this run.
    pub judged: usize,
    /// Units that were left when it was told to stop.
    pub left: usize,
    /// Students' ids, lessons and reasons where the judge failed twice, or what was handed in could not be read.
    pub broken: Vec<(String, String, String)>,
    /// What the instructor should know, a sentence each.
    pub notes: Vec<String>,
}

/// Judges what is chosen of a plan and has no verdict.
///
/// # Errors
/// Where a verdict cannot be read, was written by a newer version, or cannot be written. The verdicts until then are whole.
pub fn run(
    store: &Store,
    frozen: &Frozen,
    judge: &dyn Judge,
    blank: Blank<'_>,
    options: &Options<'_>,
    progress: &dyn Progress,
) -> Result<Summary> {
    // For [`crate::merge()`] to say where a missing verdict should be.
    Partition::note(store.folder(), options.partition)?;
    let mut todo = todo::plan(store, frozen, options)?;
    let plan = &frozen.plan;
    let mut broken = Vec::new();
    for place in &todo.missing {
        let planned = &plan.submissions[*place];
        let judgement = judgement::nothing(planned, blank(&planned.lesson));
        judgement.store(store, plan, *place)?;
        if judgement.state == State::Broken {
            let (student, lesson) = (planned.student.clone(), planned.lesson.clone());
            broken.push((student, lesson, judgement.reason));
        }
    }
    for (place, donor) in &todo.copies {
        judgement::of(store, plan, *donor)?.store(store, plan, *place)?;
    }
    progress.began(&todo.counts);
    let desk = worker::Desk {
        store,
        plan,
        judge,
        blank,
        progress,
        stop: options.stop,
        units: &todo.units,
        next: AtomicUsize::new(0),
        done: AtomicUsize::new(0),
        began: Instant::now(),
        found: std::sync::Mutex::default(),
    };
    let lanes = options.jobs.clamp(1, todo.units.len().max(1));
    std::thread::scope(|scope| {
        for lane in 0..lanes {
            let desk = &desk;
            scope.spawn(move || desk.work(lane));
        }
    });
    let judged = desk.done.load(Ordering::Relaxed);
    broken.append(&mut desk.into_broken()?);
    // Workers find them in any order.
    broken.sort_unstable();
    let mut notes = frozen.notes.clone();
    notes.append(&mut todo.notes);
    Ok(Summary {
        counts: todo.counts,
        judged,
        left: todo.units.len() - judged,
        broken,
        notes,
    })
}
