//! What comes out of the verdicts in a folder: the table, the pages of feedback, and the class as a whole.

use anyhow::Context;
use anyhow::Result;
use classroom::Partition;
use classroom::Plan;
use classroom::Verdict;
use classroom::exports;
use classroom::exports::LessonSummary;
use classroom::exports::Level;
use classroom::exports::MostFailed;
use classroom::plan::Planned;
use std::path::Path;

/// How wide the pages of feedback are, in characters.
const COLUMNS: usize = 100;
/// Of what most students fail, so many lines.
const MOST_FAILED: usize = 5;

/// The class as a whole.
pub(crate) struct Outputs {
    /// Students for whom there is something: so many pages, and rows of the table.
    pub(crate) pages: usize,
    /// All who are planned.
    pub(crate) students: usize,
    /// The part of a class that this is, if it is one.
    pub(crate) part: Option<Partition>,
    pub(crate) lessons: Vec<LessonSummary>,
    pub(crate) most_failed: Vec<MostFailed>,
    /// Planned, and without a verdict: students' ids and lessons.
    pub(crate) without: Vec<(String, String)>,
}

/// Writes `grades.csv` and all of `feedback/`. One student's conversations at a time are in memory.
///
/// # Errors
/// Where a verdict cannot be read, or a file not be written.
pub(crate) fn write(folder: &Path, plan: &Plan, level: Level) -> Result<Outputs> {
    let page = |check: &grader::CheckReport, lesson: &str| {
        xtask::share::failure_page(check, lesson, COLUMNS)
    };
    let mut verdicts: Vec<Verdict> = Vec::new();
    let mut pages = 0;
    let mut without = Vec::new();
    for of_student in plan
        .submissions
        .chunk_by(|one, next| one.student == next.student)
    {
        let mut found = read(folder, of_student, &mut without)?;
        if found.is_empty() {
            continue;
        }
        let of_student: Vec<&Verdict> = found.iter().collect();
        exports::write_feedback(folder, &of_student, level, &page)
            .context("failed to write a page of feedback")?;
        pages += 1;
        found.iter_mut().for_each(exports::forget_conversations);
        verdicts.append(&mut found);
    }
    exports::write_grades(folder, &verdicts).context("failed to write the grades")?;
    Ok(Outputs {
        pages,
        part: Partition::of_folder(folder),
        students: plan.students.len(),
        lessons: exports::summaries(&verdicts),
        most_failed: exports::most_failed(&verdicts, MOST_FAILED),
        without,
    })
}

fn read(
    folder: &Path,
    planned: &[Planned],
    without: &mut Vec<(String, String)>,
) -> Result<Vec<Verdict>> {
    let mut found = Vec::new();
    for planned in planned {
        match classroom::stored(folder, planned)? {
            Some(verdict) => found.push(verdict),
            None => without.push((planned.student.clone(), planned.lesson.clone())),
        }
    }
    Ok(found)
}
