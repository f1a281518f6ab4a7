//! `cargo xtask check`: builds, runs the checks in a worker, reports.

use crate::FALLS_SHORT;
use crate::OUR_FAULT;
use crate::PASSED;
use crate::cargo;
use crate::cargo::Built;
use crate::catalogue;
use crate::messages;
use crate::progress;
use crate::replay;
use crate::style;
use crate::syscalls;
use crate::trace;
use crate::worker;
use crate::worker::Grade;
use crate::worker::Job;
use crate::workspace;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use grader::BuildReport;
use grader::Check;
use grader::Environment;
use grader::Lesson;
use grader::LessonReport;
use grader::Outcome;
use grader::Program;
use grader::Programs;
use grader::Report;
use grader::SCHEMA;
use std::io::Write;
use std::path::PathBuf;

/// Build your programs and judge them over real sockets.
#[derive(clap::Args, Clone, Default)]
#[command(after_help = messages::CHECK_HELP_END)]
pub(crate) struct Arguments {
    /// The lesson: 2, lesson2 or lesson2-echo; all of them without it.
    pub(crate) lesson: Option<String>,
    /// Only these: names of checks, parts of names, or a program's name.
    #[arg(value_name = "CHECK")]
    pub(crate) checks: Vec<String>,
    /// Judge the solutions instead of your exercises.
    #[arg(long, conflicts_with = "program")]
    pub(crate) solution: bool,
    /// Judge any executable as program NAME; programs not named are left out (repeatable).
    #[arg(long, value_name = "NAME=COMMAND")]
    pub(crate) program: Vec<String>,
    /// Print one JSON document (loopback/report/1) and nothing else.
    #[arg(long)]
    pub(crate) json: bool,
    /// Multiply every deadline by N, for a slow machine.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) patience: u32,
    /// Run everything N times and say how often each check passed.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(crate) repeat: u32,
    /// Make the same random texts again as the run that printed this seed.
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Write each check's conversation to DIR/LESSON/CHECK as .json, as a picture (.svg) and for Wireshark (.pcapng).
    #[arg(long, value_name = "DIR")]
    pub(crate) trace: Option<PathBuf>,
    /// Show every check's conversation and output, the compiler's warnings too.
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// Show the calls that the programs make on their sockets, beside lesson 2's nine steps (Linux, with strace).
    #[arg(long)]
    pub(crate) syscalls: bool,
}

/// What to judge of one lesson.
pub(crate) struct Task {
    lesson: &'static Lesson,
    checks: Vec<&'static Check>,
    /// Executables from elsewhere; empty where cargo builds them.
    programs: Programs,
    target: Target,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Exercise,
    Solution,
    Program,
}

/// # Errors
/// Wrong usage, and what is not the student's fault.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let tasks = plan(arguments)?;
    let mut traces = trace_folder(arguments, &tasks)?;
    let seed = arguments.seed.unwrap_or_else(fresh_seed);
    let mut lessons = Vec::new();
    for task in &tasks {
        // Before the build: what is saved while the checks run has not been checked.
        let sources = progress::Sources::read(task.lesson);
        let mut report = judge(task, arguments, seed, !arguments.json)?;
        if let Some(traces) = &mut traces {
            traces.write(&mut report)?;
        }
        if !arguments.json {
            messages::lesson(&report, task.lesson, arguments)?;
        }
        if task.target == Target::Exercise && report.build.ok {
            let known = syscalls::known(&report, arguments.syscalls);
            match progress::record(&known, task.lesson, &sources) {
                _ if arguments.json => {}
                Ok(gained) => {
                    let columns = style::columns();
                    let text = messages::progress::gained(task.lesson, &gained, columns);
                    messages::print(&text)?;
                }
                Err(error) => messages::warning(&error),
            }
        }
        lessons.push(report);
    }
    if let Some(traces) = &traces {
        traces.tell();
    }
    let remembered = replay::remember(lessons.iter(), arguments.solution, &arguments.program);
    if let (Err(error), false) = (remembered, arguments.json) {
        messages::warning(&error);
    }
    let status = status(&lessons);
    if arguments.json {
        let report = Report {
            schema: SCHEMA.to_owned(),
            lessons,
        };
        let mut stdout = std::io::stdout().lock();
        serde_json::to_writer(&mut stdout, &report).context("failed to print the report")?;
        stdout
            .write_all(b"\n")
            .context("failed to print the report")?;
    }
    Ok(status)
}

/// The folder for the traces of these tasks, where they are asked for.
fn trace_folder(arguments: &Arguments, tasks: &[Task]) -> Result<Option<trace::Folder>> {
    let prepare = |path: &PathBuf| {
        let lessons = tasks.iter().map(|task| task.lesson.name);
        trace::Folder::prepare(path, lessons)
    };
    arguments.trace.as_ref().map(prepare).transpose()
}

/// Builds and judges one lesson. With `aloud`, progress goes to stderr.
///
/// # Errors
/// As [`main`].
pub(crate) fn judge(
    task: &Task,
    arguments: &Arguments,
    seed: u64,
    aloud: bool,
) -> Result<LessonReport> {
    let strace = arguments.syscalls.then(syscalls::strace).transpose()?;
    let mut names: Vec<&str> = task.checks.iter().map(|check| check.program).collect();
    names.dedup();
    let mut programs = task.programs.clone();
    if task.target != Target::Program {
        let is_solution = task.target == Target::Solution;
        let built = cargo::build_programs(task.lesson.name, &names, is_solution, aloud)?;
        if aloud {
            messages::warnings(&built.warnings, arguments.verbose);
        }
        if !built.ok {
            return Ok(not_built(task, &built));
        }
        programs = built.programs(&names, cargo::suffix(is_solution));
    }
    let job = Job::Grade(Grade {
        lesson: task.lesson.name.to_owned(),
        programs: worker::commands(&programs),
        only: task
            .checks
            .iter()
            .map(|check| check.name.to_owned())
            .collect(),
        seed,
        patience: arguments.patience,
        repeat: arguments.repeat,
        strace,
        trace: arguments.trace.is_some(),
        progress: aloud && arguments.repeat == 1 && style::is_watched(),
        each: false,
    });
    let mut runs = Vec::new();
    worker::run(&job, |report| {
        runs.push(report);
        if aloud && arguments.repeat > 1 {
            messages::repeating(runs.len(), arguments.repeat);
        }
    })?;
    let mut report = runs
        .into_iter()
        .reduce(merge)
        .context("the worker reported nothing")?;
    report.target = task.target_name().to_owned();
    report.add_up();
    syscalls::number(&mut report);
    Ok(report)
}

/// What the arguments ask for, lesson by lesson.
///
/// # Errors
/// Wrong usage.
pub(crate) fn plan(arguments: &Arguments) -> Result<Vec<Task>> {
    if !arguments.program.is_empty() {
        return plan_programs(arguments).map(|task| vec![task]);
    }
    let lessons = match &arguments.lesson {
        Some(text) => vec![catalogue::find(text)?],
        None => catalogue::COURSE.to_vec(),
    };
    let target = if arguments.solution {
        Target::Solution
    } else {
        Target::Exercise
    };
    lessons
        .into_iter()
        .map(|lesson| {
            Ok(Task {
                lesson,
                checks: catalogue::select(lesson, &arguments.checks)?,
                programs: Programs::default(),
                target,
            })
        })
        .collect()
}

fn plan_programs(arguments: &Arguments) -> Result<Task> {
    let mut programs = Vec::new();
    let mut lesson = match &arguments.lesson {
        Some(text) => Some(catalogue::find(text)?),
        None => None,
    };
    for text in &arguments.program {
        let Some((name, command)) = text.split_once('=') else {
            bail!(
                "--program takes NAME=COMMAND, not {text}; for example --program echo-server='python3 server.py'"
            );
        };
        let (owner, name) = catalogue::program(name)?;
        let lesson = *lesson.get_or_insert(owner);
        if lesson.name != owner.name {
            bail!(
                "{name} is a program of {}, not of {}",
                owner.name,
                lesson.name
            );
        }
        let words = shlex::split(command).filter(|words| !words.is_empty());
        let Some(words) = words else {
            bail!("the command for {name} is empty or has an open quote: {command}");
        };
        if !is_executable(&words[0]) {
            bail!(
                "cannot find the program {}, which is to play {name}; name a file, or a command on the PATH",
                words[0]
            );
        }
        programs.extend(Program::command(words).map(|program| (name.to_owned(), program)));
    }
    let lesson = lesson.context("no lesson is named")?;
    let programs: Programs = programs.into_iter().collect();
    let checks: Vec<&Check> = catalogue::select(lesson, &arguments.checks)?
        .into_iter()
        .filter(|check| programs.get(check.program).is_some())
        .collect();
    if checks.is_empty() {
        bail!("none of these checks is about a program that --program names");
    }
    Ok(Task {
        lesson,
        checks,
        programs,
        target: Target::Program,
    })
}

impl Task {
    fn target_name(&self) -> &'static str {
        match self.target {
            Target::Exercise => "exercise",
            Target::Solution => "solution",
            Target::Program => "program",
        }
    }
}

/// Can this word be started as it stands, or is it found on the PATH?
fn is_executable(word: &str) -> bool {
    let path = std::path::Path::new(word);
    if path.components().count() > 1 {
        return path.is_file();
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| {
        folder.join(word).is_file()
            || folder
                .join(format!("{word}{}", std::env::consts::EXE_SUFFIX))
                .is_file()
    })
}

/// The report of programs that do not compile: no check ran, and none is said to have.
fn not_built(task: &Task, built: &Built) -> LessonReport {
    let max_score = task.checks.iter().map(|check| check.points).sum();
    LessonReport {
        lesson: task.lesson.name.to_owned(),
        target: task.target_name().to_owned(),
        score: 0,
        max_score,
        build: BuildReport {
            ok: false,
            diagnostics: built.errors.concat(),
        },
        environment: Environment {
            network: "none".to_owned(),
            ..Environment::default()
        },
        checks: Vec::new(),
        runs: 0,
    }
}

/// Adds one run to those before: a check keeps its first report of the worst kind, and counts how often it passed.
fn merge(mut all: LessonReport, run: LessonReport) -> LessonReport {
    for (sum, check) in all.checks.iter_mut().zip(run.checks) {
        let passes = sum.passes + check.passes;
        if badness(check.outcome) > badness(sum.outcome) {
            *sum = check;
        }
        sum.passes = passes;
    }
    all.runs += run.runs;
    all
}

fn badness(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Passed => 0,
        Outcome::Unavailable => 1,
        Outcome::Blocked | Outcome::NotStarted => 2,
        Outcome::Failed | Outcome::TimedOut => 3,
        Outcome::Broken => 4,
    }
}

fn status(lessons: &[LessonReport]) -> u8 {
    let has = |wanted: &dyn Fn(Outcome) -> bool| {
        lessons
            .iter()
            .flat_map(|lesson| &lesson.checks)
            .any(|check| wanted(check.outcome))
    };
    if has(&|outcome| outcome == Outcome::Broken) {
        OUR_FAULT
    } else if lessons.iter().any(|lesson| !lesson.build.ok)
        || has(&|outcome| !matches!(outcome, Outcome::Passed | Outcome::Unavailable))
    {
        FALLS_SHORT
    } else {
        PASSED
    }
}

/// A seed that no run had before, short enough to type.
pub(crate) fn fresh_seed() -> u64 {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    (now.as_nanos() as u64 ^ u64::from(std::process::id())) % 1_000_000
}

/// The folder that the target's files are in, for people.
pub(crate) fn place(report: &LessonReport) -> String {
    match report.target.as_str() {
        "program" => "programs from elsewhere".to_owned(),
        target => workspace::folder(&report.lesson, target == "solution")
            .display()
            .to_string(),
    }
}
