//! What is stored of one student's work on one lesson. Everything else that comes out is made from these alone.

use crate::plan::Planned;
use crate::store;
use crate::store::Stored;
use crate::student::Student;
use anyhow::Context;
use anyhow::Result;
use grader::LessonReport;
use serde::Deserialize;
use serde::Serialize;
use std::path::Path;

/// One student's result in one lesson: `DIR/verdicts/STUDENT/LESSON.json`. The schema is the report's, with more fields.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Verdict {
    /// [`grader::SCHEMA`].
    pub schema: String,
    pub student: Student,
    pub state: State,
    /// Why there is nothing to judge, or what went wrong on our side. Empty where the work was judged.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// A hash of everything that this verdict depends on: the taken files, the lesson's checks, the compiler, the seed. A verdict with the
    /// same key needs not be made again.
    pub key: String,
    /// A hash of the taken files; `None` where nothing was handed in.
    pub source: Option<String>,
    /// What kept the programs apart from the machine.
    pub isolation: Isolation,
    /// What lay beside the taken files, and why it was left there: the first of it.
    pub ignored: Vec<Ignored>,
    /// So much more was left.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub ignored_more: u64,
    /// Each program of the lesson, in its order.
    pub programs: Vec<ProgramBuild>,
    /// The one lesson. Every check of it is listed, whatever the state: those of a program that is missing or does not compile are failed,
    /// with cause `not_built`.
    pub lessons: Vec<LessonReport>,
}

/// How far the judgement came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It was judged.
    Graded,
    /// Nothing was handed in: no points.
    Missing,
    /// Something was handed in, and none of it could be taken: no points.
    NothingTaken,
    /// Our fault, twice in a row: no score at all, neither good nor bad.
    Broken,
}

/// What kept the programs apart from the machine and from each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Isolation {
    /// The layers that a real launch has proved.
    pub layers: Vec<String>,
    /// Something that programs of strangers need was missing; somebody allowed that.
    pub weak: bool,
}

/// A file that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Ignored {
    /// Where it lay, from the student's folder or the archive's root. Somebody else's text.
    pub path: String,
    /// `not a .rs file`, `a link`, `larger than 256 KiB` …
    pub why: String,
}

/// Was a program there, and did it compile?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramBuild {
    /// The lesson's name for it.
    pub name: String,
    pub ok: bool,
    /// Why not: `src/bin/greeter.rs is missing`, `it does not compile`, `compiling it took more than 60 s` …
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The compiler's errors, without control characters, cut where they are long.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub diagnostics: String,
}

impl Verdict {
    /// The lesson that it is about.
    ///
    /// # Panics
    /// Where it holds none, which [`crate`] never writes and refuses to read.
    pub fn report(&self) -> &LessonReport {
        self.lessons.first().expect("a verdict is about one lesson")
    }

    /// What the file holds.
    ///
    /// # Errors
    /// Never, as far as anybody knows.
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>> {
        let mut bytes =
            serde_json::to_vec_pretty(self).context("failed to write a verdict as JSON")?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// The verdict that is stored for a planned submission, whatever its key is.
///
/// # Errors
/// Where it cannot be read, and where a newer version has written it.
pub(crate) fn read(folder: &Path, planned: &Planned) -> Result<Stored<Verdict>> {
    let path = store::verdict_path(folder, &planned.student, &planned.lesson);
    Ok(match store::read(&path, grader::SCHEMA)? {
        Stored::Good(verdict) => match wrong(&verdict, planned) {
            None => Stored::Good(verdict),
            Some(why) => Stored::Damaged(why.to_owned()),
        },
        other => other,
    })
}

fn wrong(verdict: &Verdict, planned: &Planned) -> Option<&'static str> {
    let [report] = verdict.lessons.as_slice() else {
        return Some("it is not about one lesson");
    };
    if report.lesson != planned.lesson {
        return Some("it is about another lesson");
    }
    (verdict.student.id != planned.student).then_some("it is about another student")
}

/// The verdict on a planned submission, for what is made from verdicts: `None` where it has not been judged as it is planned.
///
/// # Errors
/// Where it cannot be read, and where a newer version has written it.
pub fn stored(folder: &Path, planned: &Planned) -> Result<Option<Verdict>> {
    Ok(match read(folder, planned)? {
        Stored::Good(verdict) if verdict.key == planned.key => Some(verdict),
        _ => None,
    })
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}
