//! Judges one submission: compiles it in one cell, and runs the checks on what came out in another. Nothing of a student's is in
//! both at a time, and nothing of it is left afterwards but the answer.

use crate::cells::Cells;
use crate::cells::Limit;
use crate::compile;
use crate::compile::Kept;
use crate::compile::Prepared;
use crate::driver::Answer;
use crate::driver::Compile;
use crate::driver::Grade;
use crate::driver::PROGRAMS;
use crate::driver::Task;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use classroom::Broken;
use classroom::Isolation;
use classroom::Judge;
use classroom::Judged;
use classroom::ProgramBuild;
use classroom::Unit;
use grader::BuildReport;
use grader::CheckReport;
use grader::Environment;
use grader::Lesson;
use grader::LessonReport;
use grader::Outcome;
use isolation::Limits;
use isolation::Shown;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::sync::PoisonError;
use std::sync::RwLock;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

/// Where a submission is in the cell that compiles it, and where its executables go.
const WORKSPACE: &str = "/loopback/submission";
const OUT: &str = "/loopback/out";
/// More than any cell needs whose checks all run into their own limits, so that a driver which hangs is found out.
const LONGEST: Duration = Duration::from_secs(900);
/// For all checks of a submission together, in seconds; the slowest that anybody hands in without meaning harm take four minutes. A check that has
/// begun goes on to its own limit of two minutes, which leaves time before [`LONGEST`].
const BUDGET: u64 = 600;
/// For those that are repeated while nobody else may work.
const BUDGET_ALONE: u64 = 300;

/// Everything that judging needs, for all lanes.
pub(crate) struct CellJudge<'a> {
    pub(crate) cells: &'a Cells,
    pub(crate) prepared: &'a Prepared,
    /// A folder of ours; each lane has one of its own in it.
    pub(crate) scratch: PathBuf,
    /// The executables of this run that need not be made again.
    pub(crate) kept: Kept,
    pub(crate) patience: u32,
    /// For all programs of a submission together.
    pub(crate) compile_seconds: u64,
    /// Held for reading by whoever works, and for writing by whoever needs the machine to itself.
    pub(crate) quiet: RwLock<()>,
    /// Once this is set, whatever is being judged is given up.
    pub(crate) stop: &'a AtomicBool,
}

impl Judge for CellJudge<'_> {
    fn judge(&self, unit: &Unit<'_>, lane: usize) -> Result<Judged, Broken> {
        self.judge_in(unit, lane).map_err(|error| Broken {
            reason: format!("{error:#}"),
        })
    }
}

impl CellJudge<'_> {
    fn judge_in(&self, unit: &Unit<'_>, lane: usize) -> Result<Judged> {
        let lesson = xtask::share::find_lesson(unit.lesson)?;
        let folder = Desk::clear(&self.scratch, lane)?;
        let programs = self.compile(lesson, unit, &folder, lane)?;
        let built = programs.iter().filter(|program| program.ok);
        let there: Vec<String> = built.map(|program| program.name.clone()).collect();
        let mut report = blank(lesson);
        if !there.is_empty() {
            let task = |only: Vec<String>, budget: u64| Grade {
                lesson: lesson.name.to_owned(),
                programs: there.clone(),
                folder: self.place(&folder.programs(), PROGRAMS),
                only,
                parallel: None,
                seed: unit.seed,
                patience: self.patience,
                budget,
            };
            let working = self.quiet.read().unwrap_or_else(PoisonError::into_inner);
            report = self.grade(task(Vec::new(), BUDGET), &folder, lane)?;
            if is_about_a_port(&report) {
                let one_by_one = Grade {
                    parallel: Some(1),
                    ..task(Vec::new(), BUDGET)
                };
                report = self.grade(one_by_one, &folder, lane)?;
            }
            drop(working);
            self.repeat_alone(&mut report, task, &folder, lane)?;
        }
        complete(&mut report, lesson, &programs, unit.seed);
        report.environment.layers = self.cells.names();
        Ok(Judged {
            programs,
            report,
            isolation: Isolation {
                layers: self.cells.names(),
                weak: !self.cells.are_strong(),
            },
        })
    }

    /// What becomes of each program; the executables are then in the desk's folder.
    fn compile(
        &self,
        lesson: &'static Lesson,
        unit: &Unit<'_>,
        desk: &Desk,
        lane: usize,
    ) -> Result<Vec<ProgramBuild>> {
        let programs = desk.programs();
        let begun = self.kept.begin(lesson, unit.sources, &programs)?;
        let left = begun.left();
        let mut built = Vec::new();
        if !left.is_empty() {
            let _working = self.quiet.read().unwrap_or_else(PoisonError::into_inner);
            built = self.compile_these(lesson, left, unit, desk, lane)?;
        }
        let slow = built
            .iter()
            .filter(|program| compile::took_too_long(program));
        let slow: Vec<String> = slow.map(|program| program.name.clone()).collect();
        if !slow.is_empty() {
            // Perhaps somebody beside it has taken all processors: with the machine to itself, it has what everybody has.
            let _alone = self.quiet.write().unwrap_or_else(PoisonError::into_inner);
            for again in self.compile_these(lesson, slow, unit, desk, lane)? {
                let place = built.iter_mut().find(|old| old.name == again.name);
                if let Some(place) = place {
                    *place = again;
                }
            }
        }
        if built.iter().any(|program| !program.ok) {
            expect_room(&desk.out())?;
        }
        begun.finish(&desk.out(), built)
    }

    fn compile_these(
        &self,
        lesson: &'static Lesson,
        programs: Vec<String>,
        unit: &Unit<'_>,
        desk: &Desk,
        lane: usize,
    ) -> Result<Vec<ProgramBuild>> {
        let (workspace, out) = (desk.path.join("work"), desk.out());
        compile::stage(
            &self.prepared.template,
            lesson.name,
            unit.sources,
            &workspace,
        )?;
        // A second attempt finds what the first one has made.
        fs::create_dir_all(&out).context("failed to make a folder for executables")?;
        self.cells.give_to_student(&out, lane)?;
        let mut job = self.prepared.job(
            lesson,
            &self.place(&workspace, WORKSPACE),
            &self.place(&out, OUT),
            lane,
            self.compile_seconds,
        )?;
        job.programs = programs;
        let mut changed = vec![(out.clone(), job.out.clone())];
        let mut started = vec![(workspace, job.workspace.clone())];
        for (number, path) in self.prepared.readable().into_iter().enumerate() {
            let inside = self.near(&path, &format!("/loopback/shown-{number}"));
            job.relocate(&path, &inside);
            started.push((path, inside));
        }
        if let Some(target) = job.target().map(Path::to_owned) {
            self.cells.give_to_student(&target, lane)?;
            let inside = self.near(&target, "/loopback/target");
            job.relocate(&target, &inside);
            changed.push((target, inside));
        }
        let inside = |places: &[(PathBuf, PathBuf)]| -> Vec<PathBuf> {
            places.iter().map(|(_, to)| to.clone()).collect()
        };
        let task = Task::Compile(Box::new(Compile {
            started: inside(&started),
            changed: inside(&changed),
            job,
        }));
        let shown = show(started, false).chain(show(changed, true)).collect();
        let limit = self.limit(1);
        match self
            .cells
            .run(shown, task, lane, Limits::COMPILER.memory_bytes, &limit)?
        {
            Answer::Compiled(programs) => Ok(programs),
            answer => bail!("{}", answer.trouble()),
        }
    }

    fn grade(&self, task: Grade, folder: &Desk, lane: usize) -> Result<LessonReport> {
        let shown = show(vec![(folder.programs(), PROGRAMS.into())], false).collect();
        let limits = Limits::PROGRAM;
        // Our own side and the files that programs leave need memory, too.
        let most = limits.memory_bytes + limits.memory_bytes / 4;
        let limit = self.limit(self.patience);
        match self
            .cells
            .run(shown, Task::Grade(task), lane, most, &limit)?
        {
            Answer::Graded(report) => Ok(*report),
            answer => bail!("{}", answer.trouble()),
        }
    }

    /// What could not be told on a busy machine, and what went wrong on our own side, once more with the machine to itself: a verdict must not
    /// depend on who is judged beside it.
    fn repeat_alone(
        &self,
        report: &mut LessonReport,
        task: impl Fn(Vec<String>, u64) -> Grade,
        folder: &Desk,
        lane: usize,
    ) -> Result<()> {
        let is_open = |check: &&mut CheckReport| {
            matches!(check.outcome, Outcome::Unavailable | Outcome::Broken)
        };
        let open: Vec<String> = report
            .checks
            .iter_mut()
            .filter(is_open)
            .map(|check| check.name.clone())
            .collect();
        if open.is_empty() {
            return Ok(());
        }
        let _alone = self.quiet.write().unwrap_or_else(PoisonError::into_inner);
        let again = self.grade(task(open, BUDGET_ALONE), folder, lane)?;
        for check in again.checks {
            let place = report.checks.iter_mut().find(|old| old.name == check.name);
            if let Some(place) = place {
                *place = check;
            }
        }
        let broken = report
            .checks
            .iter()
            .find(|check| check.outcome == Outcome::Broken);
        if let Some(check) = broken {
            let why = check
                .failure
                .as_ref()
                .map_or("", |failure| failure.got.as_str());
            bail!("the check {} failed on our own side: {why}", check.name);
        }
        Ok(())
    }

    fn limit(&self, patience: u32) -> Limit<'_> {
        Limit {
            time: LONGEST * patience,
            stop: Some(self.stop),
        }
    }

    /// Where something is for those who use it: at its place in the cell, or where it really is.
    fn place(&self, outside: &Path, inside: &str) -> PathBuf {
        if self.cells.exist {
            inside.into()
        } else {
            outside.to_owned()
        }
    }
}

impl CellJudge<'_> {
    /// Where a cell shows a folder that has its own path written into what is in it: at the same place, if the cell has nothing of its own there.
    fn near(&self, outside: &Path, otherwise: &str) -> PathBuf {
        if isolation::has_own(outside) {
            self.place(outside, otherwise)
        } else {
            outside.to_owned()
        }
    }
}

/// On a full disk, nothing compiles, and that is nobody's fault but ours. The compiler's words do not tell: they may be a student's.
fn expect_room(folder: &Path) -> Result<()> {
    let free = xtask::share::free_room_in(folder)
        .with_context(|| format!("failed to look at the disk of {}", folder.display()))?;
    let most = Limits::COMPILER.file_bytes;
    if free < most {
        bail!(
            "the disk of {} has less than {} MiB left, so that nobody can tell why something does not compile; make room there",
            folder.display(),
            most >> 20
        );
    }
    Ok(())
}

fn show(places: Vec<(PathBuf, PathBuf)>, writable: bool) -> impl Iterator<Item = Shown> {
    places
        .into_iter()
        .map(move |(from, to)| Shown { from, to, writable })
}

/// A lane's folder, empty at first, and removed at the end.
struct Desk {
    path: PathBuf,
}

impl Desk {
    fn clear(scratch: &Path, lane: usize) -> Result<Desk> {
        let path = scratch.join(format!("lane-{lane}"));
        if path.exists() {
            fs::remove_dir_all(&path)
                .with_context(|| format!("failed to empty {}", path.display()))?;
        }
        let desk = Desk { path };
        fs::create_dir_all(desk.programs())
            .with_context(|| format!("failed to make {}", desk.path.display()))?;
        Ok(desk)
    }

    fn out(&self) -> PathBuf {
        self.path.join("out")
    }

    fn programs(&self) -> PathBuf {
        self.path.join("programs")
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// Did a program fail because its port was taken? One that listens on a port of its own choice meets itself in the checks beside: which of them
/// comes first would be chance.
fn is_about_a_port(report: &LessonReport) -> bool {
    const WORDS: [&str; 3] = ["os error 98", "AddrInUse", "Address already in use"];
    let failed = report.checks.iter().filter(|check| check.failure.is_some());
    let mut said = failed.map(|check| check.stderr.as_str());
    said.any(|text| WORDS.iter().any(|word| text.contains(word)))
}

/// A report without checks.
fn blank(lesson: &Lesson) -> LessonReport {
    LessonReport {
        lesson: lesson.name.to_owned(),
        target: "exercise".to_owned(),
        score: 0,
        max_score: 0,
        build: BuildReport {
            ok: true,
            diagnostics: String::new(),
        },
        environment: Environment {
            network: "none".to_owned(),
            ..Environment::default()
        },
        checks: Vec::new(),
        runs: 1,
    }
}

/// The report of a lesson of which nothing was handed in.
pub(crate) fn nothing_handed_in(lesson: &str) -> LessonReport {
    let lesson = xtask::share::find_lesson(lesson).expect("a plan holds lessons of the course");
    let mut report = blank(lesson);
    report.build.ok = false;
    report.runs = 0;
    for program in lesson.programs {
        let reason = "nothing was handed in";
        report
            .checks
            .extend(grader::not_built(lesson, program, 0, reason));
    }
    report.add_up();
    report
}

/// Adds the checks of the programs that are missing, each in its place.
fn complete(report: &mut LessonReport, lesson: &Lesson, programs: &[ProgramBuild], seed: u64) {
    report.target = "exercise".to_owned();
    for program in programs.iter().filter(|program| !program.ok) {
        let missing = grader::not_built(lesson, &program.name, seed, &program.reason);
        report.checks.extend(missing);
        report.build.ok = false;
        report.build.diagnostics.push_str(&program.diagnostics);
    }
    let place = |name: &str| lesson.checks().position(|check| check.name == name);
    report.checks.sort_by_key(|check| place(&check.name));
    report.add_up();
}
