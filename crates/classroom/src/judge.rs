//! Who judges a submission, as the rest of this crate sees it.

use crate::verdict::Isolation;
use crate::verdict::ProgramBuild;
use grader::LessonReport;
use std::path::Path;

/// One thing to judge: the sources that somebody, or several people alike, have handed in for a lesson.
#[derive(Debug, Clone, Copy)]
pub struct Unit<'a> {
    /// The lesson's full name: `lesson2-echo`.
    pub lesson: &'a str,
    /// A folder of ours that holds nothing but `src/` with the files that were taken.
    pub sources: &'a Path,
    /// The seed of all random numbers of its checks.
    pub seed: u64,
}

/// What a judge has found out.
#[derive(Debug, Clone)]
pub struct Judged {
    /// Each of the lesson's programs, in the lesson's order: does it compile?
    pub programs: Vec<ProgramBuild>,
    /// Every check of the lesson, those of programs that do not compile included.
    pub report: LessonReport,
    /// What kept the programs apart from the machine.
    pub isolation: Isolation,
}

/// The judge itself has failed: its worker died, or the machine refused something. Never the student's fault, and no score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// What happened, in a sentence without a full stop.
    pub reason: String,
}

/// Compiles and judges submissions. Called by several threads at a time.
pub trait Judge: Sync {
    /// Judges one submission; `lane` is the number of the calling worker, from 0, and no two calls at a time have the same.
    ///
    /// # Errors
    /// [`Broken`] where the judge is at fault. Whatever is wrong with the submission is in the answer.
    fn judge(&self, unit: &Unit<'_>, lane: usize) -> Result<Judged, Broken>;
}
