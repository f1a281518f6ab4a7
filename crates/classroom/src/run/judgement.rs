//! What a unit's judging has come to, before it is anybody's verdict.

use crate::absence::Absence;
use crate::judge::Judged;
use crate::plan::Plan;
use crate::plan::Planned;
use crate::steady;
use crate::store;
use crate::store::Store;
use crate::store::Stored;
use crate::verdict;
use crate::verdict::Isolation;
use crate::verdict::ProgramBuild;
use crate::verdict::State;
use crate::verdict::Verdict;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use grader::Failure;
use grader::LessonReport;
use grader::Outcome;

/// All of a verdict but whose it is.
#[derive(Debug, Clone)]
pub(super) struct Judgement {
    pub(super) state: State,
    pub(super) reason: String,
    isolation: Isolation,
    programs: Vec<ProgramBuild>,
    report: LessonReport,
}

/// The judge has done its work.
pub(super) fn graded(judged: Judged) -> Judgement {
    let mut report = judged.report;
    report.checks.iter_mut().for_each(steady::check);
    Judgement {
        state: State::Graded,
        reason: String::new(),
        isolation: judged.isolation,
        programs: judged.programs,
        report,
    }
}

/// There is nothing to judge.
pub(super) fn nothing(planned: &Planned, mut report: LessonReport) -> Judgement {
    let state = match planned.absence {
        Absence::Missing => State::Missing,
        Absence::NothingTaken => State::NothingTaken,
        Absence::Unread => return broken(planned, planned.reason.clone(), report),
    };
    for check in &mut report.checks {
        check.seed = planned.seed;
        if let Some(failure) = &mut check.failure {
            failure.got.clone_from(&planned.reason);
        }
    }
    Judgement {
        state,
        reason: planned.reason.clone(),
        isolation: Isolation::default(),
        programs: Vec::new(),
        report,
    }
}

/// The judge has failed. No check has a result, neither good nor bad.
pub(super) fn broken(planned: &Planned, reason: String, mut report: LessonReport) -> Judgement {
    for check in &mut report.checks {
        check.seed = planned.seed;
        check.outcome = Outcome::Broken;
        check.points = 0;
        check.failure = Some(Failure::broken(reason.clone()));
    }
    report.add_up();
    Judgement {
        state: State::Broken,
        reason,
        isolation: Isolation::default(),
        programs: Vec::new(),
        report,
    }
}

/// The judgement that is stored for a place of the plan.
pub(super) fn of(store: &Store, plan: &Plan, place: usize) -> Result<Judgement> {
    let planned = &plan.submissions[place];
    let Stored::Good(verdict) = verdict::read(store.folder(), planned)? else {
        bail!(
            "the verdict on {} of {:?} has gone while it was being copied; start again",
            planned.lesson,
            planned.student
        );
    };
    let mut lessons = verdict.lessons;
    Ok(Judgement {
        state: verdict.state,
        reason: verdict.reason,
        isolation: verdict.isolation,
        programs: verdict.programs,
        report: lessons.pop().context("a verdict is about one lesson")?,
    })
}

impl Judgement {
    /// The verdict that it is for one place of the plan.
    pub(super) fn verdict(&self, plan: &Plan, place: usize) -> Result<Verdict> {
        let planned = &plan.submissions[place];
        let student = plan.student(&planned.student);
        Ok(Verdict {
            schema: grader::SCHEMA.to_owned(),
            student: student
                .context("a plan names the student of each submission")?
                .clone(),
            state: self.state,
            reason: self.reason.clone(),
            key: planned.key.clone(),
            source: planned.source.clone(),
            isolation: self.isolation.clone(),
            ignored: planned.ignored.clone(),
            ignored_more: planned.ignored_more,
            programs: self.programs.clone(),
            lessons: vec![self.report.clone()],
        })
    }

    /// Stores it as the verdict of one place of the plan, where it is not there to the last byte.
    pub(super) fn store(&self, store: &Store, plan: &Plan, place: usize) -> Result<Verdict> {
        let verdict = self.verdict(plan, place)?;
        let planned = &plan.submissions[place];
        let path = store::verdict_path(store.folder(), &planned.student, &planned.lesson);
        let bytes = verdict.to_bytes()?;
        if std::fs::read(&path).is_ok_and(|stored| stored == bytes) {
            return Ok(verdict);
        }
        store::write_durably(&path, &bytes)?;
        Ok(verdict)
    }
}
