//! Our own side in a cell: the first process there, which compiles a submission or judges it. It gets one task as a line of JSON on its
//! stdin, answers with a line on its stdout, and ends with everything in the cell as soon as its stdin ends.

use crate::DONE;
use crate::compile::CompileJob;
use crate::compile::Launch;
use anyhow::Context;
use anyhow::Result;
use classroom::ProgramBuild;
use grader::Confinement;
use grader::Environment;
use grader::Flaw;
use grader::Keeper;
use grader::Lesson;
use grader::LessonReport;
use grader::Options;
use grader::Program;
use grader::Programs;
use grader::Variant;
use grader::VariantKind;
use isolation::Layer;
use isolation::Limits;
use isolation::Room;
use isolation::Walls;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::BufRead;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Command;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// Where our own executable is in a cell.
pub(crate) const EXECUTABLE: &str = "/loopback/instructor";
/// Where a submission's programs are in the cell that judges them.
pub(crate) const PROGRAMS: &str = "/loopback/programs";

/// Works in a cell for another process of ours (not for people).
#[derive(clap::Args)]
pub(crate) struct Arguments {}

/// What to do, and where.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Job {
    /// `None` where this machine has no cells, and somebody has allowed to go on without.
    pub(crate) room: Option<Room>,
    pub(crate) task: Task,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Task {
    /// Look what the cell is worth. With the namespaces of whoever asks.
    Probe(Vec<(String, String)>),
    Compile(Box<Compile>),
    Grade(Grade),
    Prove(Prove),
    Show(Show),
}

/// Compile a submission.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Compile {
    /// What the compiler may read and start, as this process sees it.
    pub(crate) started: Vec<PathBuf>,
    /// Where it may write.
    pub(crate) changed: Vec<PathBuf>,
    pub(crate) job: CompileJob,
}

/// Judge these programs.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Grade {
    /// The lesson's full name.
    pub(crate) lesson: String,
    /// The names of the programs that are there.
    pub(crate) programs: Vec<String>,
    /// The folder that they are in, as this process sees it.
    pub(crate) folder: PathBuf,
    /// The names of the checks; empty for all.
    pub(crate) only: Vec<String>,
    /// How many checks run at the same time; as many as for a student without it.
    pub(crate) parallel: Option<usize>,
    pub(crate) seed: u64,
    pub(crate) patience: u32,
    /// For all checks together, in seconds, before it is multiplied by `patience`.
    pub(crate) budget: u64,
}

/// Judge a lesson's flawed and correct programs: do the checks see in a cell what they see outside?
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Prove {
    /// The lesson's full name.
    pub(crate) lesson: String,
    /// Of all flawed programs, every so many.
    pub(crate) every: usize,
    /// The executables that play the flawed and the correct ones, as this process sees them.
    pub(crate) flawed: PathBuf,
    pub(crate) correct: PathBuf,
}

/// Judge one flawed program, and show what was found.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Show {
    /// The lesson's full name.
    pub(crate) lesson: String,
    /// The lesson's name for the program, and the flaw's.
    pub(crate) program: String,
    pub(crate) flaw: String,
    /// The executable that plays it, as this process sees it.
    pub(crate) flawed: PathBuf,
}

/// What becomes of a task.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Answer {
    /// There is no cell, or no wall: why.
    Refused(String),
    Layers(Vec<Layer>),
    Compiled(Vec<ProgramBuild>),
    Graded(Box<LessonReport>),
    /// How many programs were judged, and what was wrong.
    Proved(usize, Vec<String>),
}

impl Answer {
    /// Why it is not the answer that was expected.
    pub(crate) fn trouble(&self) -> String {
        match self {
            Answer::Refused(reason) => format!("the cell was refused: {reason}"),
            _ => "the driver answered something else".to_owned(),
        }
    }
}

/// # Errors
/// Where the parent does not speak as it should.
pub(crate) fn main(_: &Arguments) -> Result<u8> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .context("failed to read the task")?;
    if line.is_empty() {
        return Ok(DONE);
    }
    let job: Job = serde_json::from_str(&line).context("this is no task")?;
    let answer = work(job).unwrap_or_else(Answer::Refused);
    let mut text = serde_json::to_vec(&answer).context("failed to put the answer into words")?;
    text.push(b'\n');
    let mut stdout = std::io::stdout().lock();
    stdout
        .write_all(&text)
        .and_then(|()| stdout.flush())
        .context("failed to answer")?;
    Ok(DONE)
}

/// Enters the cell first, while there is a single thread.
fn work(job: Job) -> std::result::Result<Answer, String> {
    let own_user = job.room.as_ref().map(|room| room.outside_uid.is_some());
    match &job.room {
        Some(room) => isolation::enter(room, grader::etc_files())?,
        // Whatever runs away from its parent must be found.
        None => cell::adopt_orphans(),
    }
    grader::end_with_stdin(crate::OUR_FAULT);
    match job.task {
        Task::Probe(outside) => {
            let has_own_user = own_user.unwrap_or(false);
            let walls = walls(
                own_user,
                Limits::PROGRAM,
                vec![EXECUTABLE.into()],
                Vec::new(),
            )?;
            let executable = Path::new(EXECUTABLE);
            Ok(Answer::Layers(isolation::probe_from_inside(
                &walls,
                executable,
                &outside,
                has_own_user,
            )))
        }
        Task::Compile(task) => compile(*task, own_user),
        Task::Grade(task) => grade(task, own_user),
        Task::Prove(task) => prove(&task, own_user),
        Task::Show(task) => show(&task, own_user),
    }
}

fn walls(
    own_user: Option<bool>,
    limits: Limits,
    started: Vec<PathBuf>,
    changed: Vec<PathBuf>,
) -> std::result::Result<Walls, String> {
    match own_user {
        Some(has_own_user) => Walls::in_cell(has_own_user, limits, started, changed),
        None => Walls::without_cell(limits, started, changed),
    }
}

fn compile(task: Compile, own_user: Option<bool>) -> std::result::Result<Answer, String> {
    let launcher = Launcher {
        walls: walls(own_user, Limits::COMPILER, task.started, task.changed)?,
        keepers: Mutex::default(),
    };
    let programs = crate::compile::compile(&task.job, &launcher);
    programs
        .map(Answer::Compiled)
        .map_err(|error| format!("no compiler can be started: {error}"))
}

/// Starts compilers behind walls.
struct Launcher {
    walls: Walls,
    /// Who ends the compiler with this number, and all that it has started.
    keepers: Mutex<BTreeMap<u32, Box<dyn Keeper>>>,
}

impl Launch for Launcher {
    fn start(&self, mut command: Command) -> std::io::Result<Child> {
        let confined = self.walls.start(&mut command, None)?;
        let mut keepers = self.keepers.lock().unwrap_or_else(PoisonError::into_inner);
        keepers.insert(confined.child.id(), confined.keeper);
        Ok(confined.child)
    }

    fn end(&self, child: &mut Child) {
        let mut keepers = self.keepers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(keeper) = keepers.get_mut(&child.id()) {
            keeper.end();
        }
        cell::kill_tree(child.id(), "");
    }
}

fn grade(task: Grade, own_user: Option<bool>) -> std::result::Result<Answer, String> {
    let lesson = xtask::share::find_lesson(&task.lesson).map_err(|error| error.to_string())?;
    if own_user.is_some() {
        // Before any program could take its place.
        grader::enter_cell()?;
    }
    let walls = walls(
        own_user,
        Limits::PROGRAM,
        vec![task.folder.clone()],
        Vec::new(),
    )?;
    grader::confine(Box::new(walls));
    let programs: Programs = task
        .programs
        .iter()
        .map(|name| (name.clone(), Program::executable(task.folder.join(name))))
        .collect();
    let usual = Options::default();
    let options = Options {
        seed: task.seed,
        patience: task.patience,
        parallel: task.parallel.unwrap_or(usual.parallel),
        only: task.only,
        budget: Some(Duration::from_secs(task.budget)),
        ..usual
    };
    let network = if own_user.is_some() {
        "private"
    } else {
        "host"
    };
    let environment = Environment {
        network: network.to_owned(),
        ..Environment::default()
    };
    let report = grader::grade(lesson, &programs, environment, &options);
    Ok(Answer::Graded(Box::new(report)))
}

fn prove(task: &Prove, own_user: Option<bool>) -> std::result::Result<Answer, String> {
    /// Most of the time each of them waits.
    const AT_ONCE: usize = 8;
    let lesson = xtask::share::find_lesson(&task.lesson).map_err(|error| error.to_string())?;
    grader::enter_cell()?;
    let started = vec![task.flawed.clone(), task.correct.clone()];
    grader::confine(Box::new(walls(
        own_user,
        Limits::PROGRAM,
        started,
        Vec::new(),
    )?));
    let flaws = lesson.flaws().step_by(task.every).map(Specimen::Flaw);
    let examples = lesson
        .variants
        .iter()
        .filter(|variant| variant.kind == VariantKind::Example)
        // There are fewer of them, and each takes longer.
        .step_by(task.every.div_ceil(5));
    let specimens: Vec<Specimen> = flaws.chain(examples.map(Specimen::Variant)).collect();
    let next = AtomicUsize::new(0);
    let wrong = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(specimen) = specimens.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Some(complaint) = specimen.prove(lesson, task) {
                        wrong
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .push(complaint);
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(Answer::Proved(specimens.len(), wrong))
}

fn show(task: &Show, own_user: Option<bool>) -> std::result::Result<Answer, String> {
    let lesson = xtask::share::find_lesson(&task.lesson).map_err(|error| error.to_string())?;
    grader::enter_cell()?;
    let started = vec![task.flawed.clone()];
    let walls = walls(own_user, Limits::PROGRAM, started, Vec::new())?;
    grader::confine(Box::new(walls));
    let words = [task.flawed.as_os_str(), task.flaw.as_ref()];
    let programs: Programs = Program::command(words)
        .map(|program| (task.program.clone(), program))
        .into_iter()
        .collect();
    let environment = Environment::default();
    let report = grader::grade(lesson, &programs, environment, &Options::default());
    Ok(Answer::Graded(Box::new(report)))
}

/// A program that proves something about the checks.
enum Specimen {
    Flaw(&'static Flaw),
    Variant(&'static Variant),
}

impl Specimen {
    /// What is not as the lesson's table says.
    fn prove(&self, lesson: &Lesson, task: &Prove) -> Option<String> {
        let options = Options::default();
        let (program, name, result) = match self {
            Specimen::Flaw(flaw) => {
                let result = grader::prove_flaw(lesson, flaw, &task.flawed, &options);
                (flaw.program, flaw.name, result)
            }
            Specimen::Variant(variant) => {
                let program = variant.launch(&task.correct, Path::new("/"));
                let result = grader::prove_variant(lesson, variant, program, &options);
                (variant.program, variant.name, result)
            }
        };
        result
            .err()
            .map(|complaint| format!("{program}::{name}: {complaint}"))
    }
}

/// Looks at the cell from where a student's program stands (not for people).
#[derive(clap::Args)]
pub(crate) struct LookArguments {
    #[arg(long)]
    hide: bool,
}

/// # Errors
/// Where stdout cannot be written.
pub(crate) fn look(arguments: &LookArguments) -> Result<u8> {
    isolation::look(arguments.hide, &mut std::io::stdout().lock())?;
    Ok(DONE)
}
