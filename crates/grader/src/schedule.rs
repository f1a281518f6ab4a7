//! Which check runs next: a check of a later stage waits until its program has passed something of the stage before.

use crate::grade::Options;
use crate::grade::blank;
use crate::grade::broken;
use crate::grade::grade_check;
use crate::grade::late;
use crate::lesson::Check;
use crate::lesson::Lesson;
use crate::program::Programs;
use crate::report::CheckReport;
use crate::report::Outcome;
use std::panic::AssertUnwindSafe;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::Instant;

/// Which check runs next. Threads ask for work until there is none.
pub(crate) struct Schedule {
    slots: Mutex<Vec<Slot>>,
    changed: Condvar,
    /// From then on, nothing is begun.
    end: Option<Instant>,
}

#[derive(Default)]
struct Slot {
    taken: bool,
    report: Option<CheckReport>,
    /// The checks of the same program in the stage before.
    before: Vec<usize>,
}

/// What becomes of a check that nobody has taken yet.
enum Turn {
    Run,
    Block,
    Wait,
    /// The time of all checks together is over.
    Late,
}

impl Schedule {
    /// Somebody who asks for single checks wants to see those: a stage holds the next one back only where all of it is there.
    pub(crate) fn new(lesson: &Lesson, checks: &[&Check], options: &Options) -> Schedule {
        let slots = checks.iter().map(|check| {
            let same_program = || checks.iter().filter(|other| other.program == check.program);
            let stage = same_program()
                .map(|other| other.stage)
                .filter(|stage| *stage < check.stage)
                .max();
            let is_before =
                |other: &&Check| other.program == check.program && Some(other.stage) == stage;
            let before = checks
                .iter()
                .enumerate()
                .filter(|(_, other)| is_before(other));
            let before: Vec<usize> = before.map(|(index, _)| index).collect();
            let is_complete = before.len() == lesson.checks().filter(is_before).count();
            Slot {
                before: if is_complete { before } else { Vec::new() },
                ..Slot::default()
            }
        });
        Schedule {
            slots: Mutex::new(slots.collect()),
            changed: Condvar::new(),
            end: options
                .budget
                .map(|budget| Instant::now() + budget * options.patience),
        }
    }

    pub(crate) fn work(&self, checks: &[&Check], programs: &Programs, options: &Options) {
        while let Some((index, turn)) = self.take() {
            let check = checks[index];
            let report = match turn {
                Turn::Run => {
                    let graded = AssertUnwindSafe(|| grade_check(check, programs, options));
                    // Nobody would hand in a report for this check, and everybody would wait for it.
                    std::panic::catch_unwind(graded)
                        .unwrap_or_else(|panic| broken(check, options, &*panic))
                }
                Turn::Late => late(check, options),
                Turn::Block | Turn::Wait => blank(check, options.seed),
            };
            let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(tell) = options.progress {
                let done = slots.iter().filter(|slot| slot.report.is_some()).count() + 1;
                tell(&report, done, slots.len());
            }
            slots[index].report = Some(report);
            drop(slots);
            self.changed.notify_all();
        }
    }

    /// The next check whose turn it is, and what to do with it; waits while all that are left must wait.
    fn take(&self) -> Option<(usize, Turn)> {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let mut waiting = false;
            for index in 0..slots.len() {
                if slots[index].taken {
                    continue;
                }
                let turn = match turn(&slots, index) {
                    Turn::Wait => {
                        waiting = true;
                        continue;
                    }
                    Turn::Run if self.end.is_some_and(|end| Instant::now() >= end) => Turn::Late,
                    turn => turn,
                };
                slots[index].taken = true;
                return Some((index, turn));
            }
            if !waiting {
                return None;
            }
            slots = self
                .changed
                .wait(slots)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    pub(crate) fn into_reports(self) -> Vec<CheckReport> {
        let slots = self
            .slots
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        slots.into_iter().filter_map(|slot| slot.report).collect()
    }
}

fn turn(slots: &[Slot], index: usize) -> Turn {
    let before = &slots[index].before;
    let outcomes: Vec<Option<Outcome>> = before
        .iter()
        .map(|index| slots[*index].report.as_ref().map(|report| report.outcome))
        .collect();
    if before.is_empty() || outcomes.contains(&Some(Outcome::Passed)) {
        return Turn::Run;
    }
    if outcomes.contains(&None) {
        return Turn::Wait;
    }
    // What this machine cannot run, or what nobody has begun, is no reason to hold the next stage back.
    let fails = |outcome: &Option<Outcome>| {
        matches!(
            outcome,
            Some(Outcome::Failed | Outcome::TimedOut | Outcome::Blocked)
        )
    };
    if outcomes.iter().any(fails) {
        Turn::Block
    } else {
        Turn::Run
    }
}
