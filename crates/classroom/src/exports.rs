//! What comes out for the instructor and for each student: a table of grades, a page of feedback for each, and what most of them fail.
//!
//! All of it is a pure function of the verdicts: the same verdicts in any order give the same bytes. Only [`write_all`], its
//! parts, and what keeps the level of a folder touch files.

pub(crate) mod escape;
mod feedback;
mod grades;
mod level;
mod summary;

pub use feedback::feedback;
pub use grades::grades_csv;
pub use level::Level;
pub use level::level_of;
pub use level::level_of_parts;
pub use summary::LessonSummary;
pub use summary::MostFailed;
pub use summary::Spread;
pub use summary::most_failed;
pub use summary::summaries;

use crate::student::Student;
use crate::student::file_name;
use crate::verdict::State;
use crate::verdict::Verdict;
use grader::CheckReport;
use grader::Outcome;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::fs::OpenOptions;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

/// A failing check of a lesson in full, as plain text: what was done, expected and got, the hint, and the command that repeats it.
/// Whatever is in it is escaped here.
pub type Page<'a> = &'a dyn Fn(&CheckReport, &str) -> String;

/// What [`write_all`] has written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// `DIR/grades.csv`.
    pub grades: PathBuf,
    /// `DIR/feedback/STUDENT.md`, a file for each student, in the order of the table.
    pub feedback: Vec<PathBuf>,
    /// What lies in `DIR/feedback` and was not written now: pages of students who are no longer in the class, or files of somebody else's. They are
    /// left as they are, since nobody knows whose they are; sorted.
    pub others: Vec<PathBuf>,
}

/// Writes `grades.csv` and `feedback/STUDENT.md` below this folder, each beside its place and then renamed, so that a reader sees the old file
/// or the new one. Nothing is removed.
///
/// # Errors
/// Where a file or a folder cannot be written; its path is in the error.
pub fn write_all(
    dir: &Path,
    verdicts: &[Verdict],
    level: Level,
    page: Page<'_>,
) -> io::Result<Written> {
    let mut feedback = Vec::new();
    for lessons in by_student(verdicts).into_values() {
        let of_student: Vec<&Verdict> = lessons.into_values().collect();
        feedback.push(write_feedback(dir, &of_student, level, page)?);
    }
    Ok(Written {
        grades: write_grades(dir, verdicts)?,
        others: others(&dir.join("feedback"), &feedback)?,
        feedback,
    })
}

/// Writes `grades.csv` alone. The conversations in the verdicts are not looked at: see [`forget_conversations`].
///
/// # Errors
/// As [`write_all`].
pub fn write_grades(dir: &Path, verdicts: &[Verdict]) -> io::Result<PathBuf> {
    let path = dir.join("grades.csv");
    replace(&path, &grades_csv(verdicts))?;
    Ok(path)
}

/// Writes one student's page alone.
///
/// # Errors
/// As [`write_all`], and where there is no verdict to say whose page it is.
pub fn write_feedback(
    dir: &Path,
    of_student: &[&Verdict],
    level: Level,
    page: Page<'_>,
) -> io::Result<PathBuf> {
    let first = of_student
        .first()
        .ok_or_else(|| io::Error::other("no verdict to write feedback about"))?;
    let path = dir.join(self::page(&first.student.id));
    replace(&path, &feedback(of_student, level, page))?;
    Ok(path)
}

/// Where a student's page is, from the folder with the results.
fn page(student: &str) -> String {
    format!("feedback/{}.md", file_name(student))
}

/// Drops what only a page of feedback shows: conversations, outputs, diagnostics. The grades and the summaries stay the same, and a whole class of
/// verdicts fits into little memory.
pub fn forget_conversations(verdict: &mut Verdict) {
    for program in &mut verdict.programs {
        program.diagnostics = String::new();
    }
    for report in &mut verdict.lessons {
        report.build.diagnostics = String::new();
        for check in &mut report.checks {
            check.stderr = String::new();
            check.programs = Vec::new();
            check.transcript = Vec::new();
            check.launches = Vec::new();
            check.trace = None;
        }
    }
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let told =
        |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(told(io::Error::other("not the path of a file")));
    };
    fs::create_dir_all(folder).map_err(told)?;
    let beside = folder.join(format!(
        ".{}.{}.new",
        name.to_string_lossy(),
        std::process::id()
    ));
    let written = write_new(&beside, text).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // Nothing more can be done about it than is reported anyway.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(told)
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    // Somebody of the same process number may have been killed here. `create_new` follows no link.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}

/// What is in the folder beside these, but for files that are just being written.
fn others(folder: &Path, written: &[PathBuf]) -> io::Result<Vec<PathBuf>> {
    let written: BTreeSet<&PathBuf> = written.iter().collect();
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut others = Vec::new();
    for entry in entries {
        let entry = entry?;
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if !is_hidden && !written.contains(&entry.path()) {
            others.push(entry.path());
        }
    }
    others.sort();
    Ok(others)
}

/// One student's verdicts by lesson.
type Lessons<'a> = BTreeMap<&'a str, &'a Verdict>;

/// Students by what they are called, in the order of its bytes. Of two verdicts on the same work, the one with the smaller key counts, so that
/// the order in which they come decides nothing.
fn by_student<'a>(
    verdicts: impl IntoIterator<Item = &'a Verdict>,
) -> BTreeMap<&'a str, Lessons<'a>> {
    let mut students: BTreeMap<&str, Lessons<'_>> = BTreeMap::new();
    for verdict in verdicts {
        students
            .entry(&verdict.student.id)
            .or_default()
            .entry(&verdict.report().lesson)
            .and_modify(|known| {
                if verdict.key < known.key {
                    *known = verdict;
                }
            })
            .or_insert(verdict);
    }
    students
}

/// Who it is, from all that the verdicts know: a roster may have come later than the first of them.
fn person(lessons: &Lessons<'_>) -> Student {
    let first = |field: fn(&Student) -> &String| {
        lessons
            .values()
            .map(|verdict| field(&verdict.student))
            .find(|text| !text.is_empty())
            .cloned()
            .unwrap_or_default()
    };
    Student {
        id: first(|student| &student.id),
        name: first(|student| &student.name),
        email: first(|student| &student.email),
    }
}

/// Points, of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Points {
    got: u32,
    of: u32,
}

/// What these checks are worth together. What this machine could not run counts for nothing; `None` where a check of ours was at fault, because a
/// sum without it would look like a score.
fn points<'a>(checks: impl IntoIterator<Item = &'a CheckReport>) -> Option<Points> {
    let mut points = Points::default();
    for check in checks {
        match check.outcome {
            Outcome::Broken => return None,
            Outcome::Unavailable => {}
            _ => {
                points.got += check.points;
                points.of += check.max_points;
            }
        }
    }
    Some(points)
}

impl Verdict {
    /// What the whole lesson is worth; `None` where it could not be judged.
    fn points(&self) -> Option<Points> {
        match self.state {
            State::Broken => None,
            State::Graded | State::Missing | State::NothingTaken => points(&self.report().checks),
        }
    }

    /// What a stage is worth; `None` where it could not be judged.
    fn stage_points(&self, stage: u8) -> Option<Points> {
        match self.state {
            State::Broken => None,
            State::Graded | State::Missing | State::NothingTaken => points(self.stage(stage)),
        }
    }

    fn stage(&self, stage: u8) -> impl Iterator<Item = &CheckReport> {
        let checks = &self.report().checks;
        checks.iter().filter(move |check| check.stage == stage)
    }

    /// The numbers of its stages.
    fn stages(&self) -> BTreeSet<u8> {
        let checks = &self.report().checks;
        checks.iter().map(|check| check.stage).collect()
    }

    /// Does the program compile? One of which nothing is said does.
    fn is_built(&self, program: &str) -> bool {
        self.programs
            .iter()
            .all(|build| build.name != program || build.ok)
    }
}

/// What all that was judged for this student is worth; `None` where something could not be judged.
fn total(lessons: &Lessons<'_>) -> Option<Points> {
    lessons
        .values()
        .try_fold(Points::default(), |sum, verdict| {
            let points = verdict.points()?;
            Some(Points {
                got: sum.got + points.got,
                of: sum.of + points.of,
            })
        })
}
