//! `twice`: the flawed programs of a lesson, each judged twice. What is then written down must be the same.

use crate::DONE;
use crate::cells::Cells;
use crate::cells::Limit;
use crate::driver::Answer;
use crate::driver::Show;
use crate::driver::Task;
use anyhow::Result;
use anyhow::bail;
use grader::CheckReport;
use grader::Flaw;
use grader::Lesson;
use grader::LessonReport;
use grader::Outcome;
use isolation::Shown;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;

/// Where the flawed programs are in a cell.
const FLAWED: &str = "/programs/flawed";

/// Judge flawed programs twice, and name the failing checks whose verdicts differ (for authors).
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The lesson.
    lesson: String,
    /// The executable that plays the flawed programs.
    #[arg(long)]
    flawed: PathBuf,
    /// Only every Nth flawed program.
    #[arg(long, default_value_t = 1)]
    every: usize,
    /// Without so many at the beginning.
    #[arg(long, default_value_t = 0)]
    skip: usize,
    /// How many are judged at a time.
    #[arg(long, default_value_t = 4)]
    jobs: usize,
}

/// A line for each check that differs, `PROGRAM::FLAW CHECK: FIELDS`, and one that counts them.
///
/// # Errors
/// Where there are no cells, and where one of them breaks.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let lesson = xtask::share::find_lesson(&arguments.lesson)?;
    let cells = Cells::probe()?;
    if !cells.exist {
        bail!("this machine has no cells: `cargo xtask doctor --grading` says why");
    }
    let flaws = lesson.flaws().skip(arguments.skip);
    let flaws: Vec<&Flaw> = flaws.step_by(arguments.every.max(1)).collect();
    // All of them once, and only then again, in the other order: beside others.
    let turns: Vec<usize> = (0..flaws.len()).chain((0..flaws.len()).rev()).collect();
    let reports: Vec<Mutex<Vec<LessonReport>>> = flaws.iter().map(|_| Mutex::default()).collect();
    let next = AtomicUsize::new(0);
    let work = |lane: usize| -> Result<()> {
        while let Some(flaw) = turns.get(next.fetch_add(1, Ordering::Relaxed)) {
            let report = judge(&cells, lesson, flaws[*flaw], arguments, lane)?;
            let mut both = reports[*flaw]
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            both.push(report);
        }
        Ok(())
    };
    std::thread::scope(|scope| -> Result<()> {
        let lanes = 0..arguments.jobs.max(1);
        let workers: Vec<_> = lanes.map(|lane| scope.spawn(move || work(lane))).collect();
        for worker in workers {
            worker.join().expect("a worker panics nowhere")?;
        }
        Ok(())
    })?;
    let mut stdout = std::io::stdout().lock();
    let (mut failing, mut differing) = (0, 0);
    for (flaw, both) in flaws.iter().zip(reports) {
        let both = both.into_inner().unwrap_or_else(PoisonError::into_inner);
        let [mut one, mut other] = <[LessonReport; 2]>::try_from(both).expect("judged twice");
        for (one, other) in one.checks.iter_mut().zip(&mut other.checks) {
            if !is_failing(one) && !is_failing(other) {
                continue;
            }
            failing += 1;
            let fields = differences(one, other);
            if !fields.is_empty() {
                differing += 1;
                let (program, flaw, check) = (flaw.program, flaw.name, &one.name);
                writeln!(stdout, "{program}::{flaw} {check}: {}", fields.join(", "))?;
            }
        }
    }
    writeln!(
        stdout,
        "{}: {differing} of {failing} failing checks differ",
        lesson.name
    )?;
    Ok(DONE)
}

fn judge(
    cells: &Cells,
    lesson: &Lesson,
    flaw: &Flaw,
    arguments: &Arguments,
    lane: usize,
) -> Result<LessonReport> {
    let shown = Shown {
        from: arguments.flawed.clone(),
        to: FLAWED.into(),
        writable: false,
    };
    let task = Task::Show(Show {
        lesson: lesson.name.to_owned(),
        program: flaw.program.to_owned(),
        flaw: flaw.name.to_owned(),
        flawed: FLAWED.into(),
    });
    match cells.run(vec![shown], task, lane, 8 << 30, &Limit::seconds(600))? {
        Answer::Graded(report) => Ok(*report),
        answer => bail!("{}", answer.trouble()),
    }
}

fn is_failing(check: &CheckReport) -> bool {
    !matches!(
        check.outcome,
        Outcome::Passed | Outcome::Blocked | Outcome::Unavailable
    )
}

/// The names of the fields that are not the same in both, as verdicts have them.
fn differences(one: &mut CheckReport, other: &mut CheckReport) -> Vec<String> {
    classroom::steady::check(one);
    classroom::steady::check(other);
    let one = classroom::comparable_check(one);
    let other = classroom::comparable_check(other);
    let fields = |value: &serde_json::Value| -> Vec<String> {
        let fields = value.as_object().into_iter().flatten();
        fields.map(|(name, _)| name.clone()).collect()
    };
    let mut names = fields(&one);
    names.extend(fields(&other));
    names.sort();
    names.dedup();
    names.retain(|name| one.get(name) != other.get(name));
    names
}
