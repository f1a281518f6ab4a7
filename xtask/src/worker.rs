//! The process in which checks run: xtask itself, started again inside a private network. It reads one job from its
//! stdin, writes its answers to its stdout, and ends with everything it has started as soon as its stdin ends,
//! however its parent came to leave.

use crate::PASSED;
use crate::catalogue;
use crate::messages;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use cell::Network;
use grader::CheckReport;
use grader::Environment;
use grader::Flaw;
use grader::Lesson;
use grader::LessonReport;
use grader::Options;
use grader::Program;
use grader::Programs;
use grader::Tracer;
use grader::Variant;
use grader::VariantKind;
use serde::Deserialize;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::BufRead;
use std::io::BufReader;
use std::io::ErrorKind;
use std::io::Write;
use std::path::PathBuf;
use std::process::Child;
use std::process::ChildStdin;
use std::process::ChildStdout;
use std::process::Command;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::thread::ScopedJoinHandle;

/// Runs checks for another xtask (not for people).
#[derive(clap::Args)]
pub(crate) struct Arguments {}

/// What the worker is to do. It answers with lines of JSON.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Job {
    Grade(Grade),
    Prove(Prove),
    /// Start one program below this strace: `null`, or why it may not look on.
    TryTracing(PathBuf),
}

/// Run a lesson's checks: one [`grader::LessonReport`] for each run.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Grade {
    /// The lesson's full name.
    pub(crate) lesson: String,
    /// Each program's name and command.
    pub(crate) programs: Vec<(String, Vec<String>)>,
    /// The names of the checks; empty for all.
    pub(crate) only: Vec<String>,
    pub(crate) seed: u64,
    pub(crate) patience: u32,
    pub(crate) repeat: u32,
    /// The strace that looks at every program.
    pub(crate) strace: Option<PathBuf>,
    /// Say on stderr how many checks are done.
    pub(crate) progress: bool,
    /// Report every piece of every conversation.
    pub(crate) trace: bool,
    /// Answer with each check's report as soon as there is one, too.
    pub(crate) each: bool,
}

/// What a worker answers to [`Grade`] with `each`; without it, only the reports of lessons come, as they are.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Answer {
    Check(Box<CheckReport>),
    Lesson(Box<LessonReport>),
}

/// Judge a lesson's flawed and correct programs: one [`Proof`] for each.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Prove {
    /// The lesson's full name.
    pub(crate) lesson: String,
    /// The executable that plays the flawed programs.
    pub(crate) flawed: PathBuf,
    /// The executable that plays the correct ones.
    pub(crate) correct: PathBuf,
    /// The folder of those that are scripts.
    pub(crate) scripts: PathBuf,
}

/// What became of one flawed or correct program.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Proof {
    pub(crate) name: String,
    /// What is wrong, where something is.
    pub(crate) complaint: Option<String>,
}

/// The programs in a form that can be sent.
pub(crate) fn commands(programs: &Programs) -> Vec<(String, Vec<String>)> {
    let text = |word: &std::ffi::OsString| word.to_string_lossy().into_owned();
    programs
        .iter()
        .map(|(name, program)| {
            let (executable, arguments) = program.words();
            let words = std::iter::once(executable).chain(arguments).map(text);
            (name.to_owned(), words.collect())
        })
        .collect()
}

/// Starts a worker, gives it the job, and hands each answer to `on_answer` as it comes.
///
/// # Errors
/// Where the worker cannot be started, or ends badly.
pub(crate) fn run<A: DeserializeOwned>(job: &Job, on_answer: impl FnMut(A)) -> Result<()> {
    Worker::start()?.run(job, &[], on_answer)
}

/// A worker that has not been given its job yet. It enters its network meanwhile.
pub(crate) struct Worker {
    child: Child,
    /// Its end is the end of the worker.
    stdin: Leash,
    stdout: ChildStdout,
}

/// The other end of a worker's stdin: let go, it ends the worker and all that it has started.
pub(crate) type Leash = Arc<Mutex<Option<ChildStdin>>>;

impl Worker {
    /// # Errors
    /// Where it cannot be started.
    pub(crate) fn start() -> Result<Worker> {
        // Whatever a worker that was killed leaves behind becomes ours to end.
        cell::adopt_orphans();
        let executable =
            std::env::current_exe().context("failed to find the executable of xtask")?;
        let mut command = Command::new(executable);
        command
            .arg("worker")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        // Ctrl-C ends this process alone; the worker sees its stdin end and clears up.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn().context("failed to start a worker")?;
        let stdin = child.stdin.take().context("the worker has no stdin")?;
        let stdout = child.stdout.take().context("the worker has no stdout")?;
        Ok(Worker {
            child,
            stdin: Arc::new(Mutex::new(Some(stdin))),
            stdout,
        })
    }

    /// What ends it before its work is done.
    pub(crate) fn leash(&self) -> Leash {
        Arc::clone(&self.stdin)
    }

    /// Gives it the job, and hands each answer to `on_answer` as it comes. Afterwards every process below this one is ended but
    /// for `kept`: what a worker that was killed has left.
    ///
    /// # Errors
    /// Where the worker ends badly.
    pub(crate) fn run<A: DeserializeOwned>(
        mut self,
        job: &Job,
        kept: &[u32],
        mut on_answer: impl FnMut(A),
    ) -> Result<()> {
        let line = serde_json::to_string(job).context("failed to describe the job")?;
        if let Some(stdin) = lock(&self.stdin).as_mut() {
            writeln!(stdin, "{line}").context("failed to send the job")?;
        }
        for line in BufReader::new(self.stdout).lines() {
            let line = line.context("failed to read the worker's answers")?;
            on_answer(serde_json::from_str(&line).context("the worker sent no answer")?);
        }
        lock(&self.stdin).take();
        let status = self.child.wait().context("failed to wait for the worker")?;
        cell::kill_descendants_except(kept);
        grader::remove_folders(self.child.id());
        if !status.success() {
            bail!("the worker ended before its work was done ({status})");
        }
        Ok(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The worker's own side.
///
/// # Errors
/// Where its parent does not speak as it should.
pub(crate) fn main(_: &Arguments) -> Result<u8> {
    cell::adopt_orphans();
    let environment = describe(grader::enter_private_network());
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .context("failed to read the job")?;
    if line.is_empty() {
        // Nobody needed this worker after all.
        return Ok(PASSED);
    }
    let job: Job = serde_json::from_str(&line).context("this is no job")?;
    grader::end_with_stdin(crate::OUR_FAULT);
    match job {
        Job::Grade(job) => grade(job, &environment)?,
        Job::Prove(job) => prove(&job)?,
        Job::TryTracing(strace) => answer(&Tracer::at(strace).try_out().err())?,
    }
    cell::kill_descendants();
    Ok(PASSED)
}

fn grade(job: Grade, environment: &Environment) -> Result<()> {
    let lesson = catalogue::find(&job.lesson)?;
    let programs: Programs = job
        .programs
        .into_iter()
        .filter_map(|(name, words)| Some((name, Program::command(words)?)))
        .collect();
    for run in 0..job.repeat {
        let options = Options {
            // Each run gets other numbers, and every one of them can be had again.
            seed: job.seed.wrapping_add(u64::from(run)),
            patience: job.patience,
            only: job.only.clone(),
            trace: job.trace,
            progress: if job.each {
                Some(answer_check)
            } else {
                job.progress.then_some(messages::checking)
            },
            ..Options::default()
        };
        let options = match &job.strace {
            Some(strace) => options.traced(Tracer::at(strace)),
            None => options,
        };
        let report = grader::grade(lesson, &programs, environment.clone(), &options);
        if job.each {
            answer(&Answer::Lesson(Box::new(report)))?;
        } else {
            answer(&report)?;
        }
    }
    Ok(())
}

/// One check is done. Where the parent has gone, the end of stdin ends this process.
fn answer_check(report: &CheckReport, _: usize, _: usize) {
    let _ = answer(&Answer::Check(Box::new(report.clone())));
}

/// Judges several programs at a time: most of the time each of them waits.
fn prove(job: &Prove) -> Result<()> {
    const AT_ONCE: usize = 8;
    let lesson = catalogue::find(&job.lesson)?;
    let python = grader::has_python();
    let can_prove = lesson.can_prove_flaws();
    let flaws = lesson.flaws().filter(|_| can_prove).map(Specimen::Flaw);
    let variants = lesson.variants.iter().map(Specimen::Variant);
    let queue = Mutex::new(flaws.chain(variants).collect::<Vec<Specimen>>().into_iter());
    let next = || lock(&queue).next();
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..AT_ONCE)
            .map(|_| {
                scope.spawn(|| {
                    while let Some(specimen) = next() {
                        if let Some(proof) = specimen.prove(lesson, job, python) {
                            answer(&proof)?;
                        }
                    }
                    Ok(())
                })
            })
            .collect();
        let join = |worker: ScopedJoinHandle<Result<()>>| {
            worker.join().unwrap_or_else(|_| bail!("a proof panicked"))
        };
        workers.into_iter().try_for_each(join)
    })
}

/// A program that proves something about the checks.
enum Specimen {
    Flaw(&'static Flaw),
    Variant(&'static Variant),
}

impl Specimen {
    /// `None` for a script where the machine has no Python.
    fn prove(&self, lesson: &'static Lesson, job: &Prove, python: bool) -> Option<Proof> {
        let options = Options::default();
        let (program, name, result) = match self {
            Specimen::Flaw(flaw) => {
                let result = grader::prove_flaw(lesson, flaw, &job.flawed, &options);
                (flaw.program, flaw.name, result)
            }
            Specimen::Variant(variant) if variant.kind == VariantKind::Python && !python => {
                return None;
            }
            Specimen::Variant(variant) => {
                let program = variant.launch(&job.correct, &job.scripts);
                (
                    variant.program,
                    variant.name,
                    grader::prove_variant(lesson, variant, program, &options),
                )
            }
        };
        Some(Proof {
            name: format!("{program}::{name}"),
            complaint: result.err(),
        })
    }
}

fn answer(answer: &impl Serialize) -> Result<()> {
    let mut line = serde_json::to_vec(answer).context("failed to put an answer into words")?;
    line.push(b'\n');
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(&line).and_then(|()| stdout.flush()) {
        // Whoever asked has gone, and this process is about to.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        sent => sent.context("failed to send an answer"),
    }
}

/// Where the programs of this process run, for the report.
pub(crate) fn describe(network: Network) -> Environment {
    match network {
        Network::Private { layers } => Environment {
            network: "private".to_owned(),
            layers: layers.into_iter().map(str::to_owned).collect(),
            reason: None,
        },
        Network::Host { reason } => Environment {
            network: "host".to_owned(),
            layers: Vec::new(),
            reason: Some(reason),
        },
    }
}
