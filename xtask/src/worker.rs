//! The process in which checks run: xtask itself, started again inside a private network. It reads one job from its
//! stdin, writes one report for each run to its stdout, and ends with everything it has started as soon as its stdin ends,
//! however its parent came to leave.

use crate::PASSED;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use cell::Network;
use grader::Environment;
use grader::LessonReport;
use grader::Options;
use grader::Program;
use grader::Programs;
use serde::Deserialize;
use serde::Serialize;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read as _;
use std::io::Write;
use std::process::Command;
use std::process::Stdio;

/// Runs checks for another xtask (not for people).
#[derive(clap::Args)]
pub(crate) struct Arguments {}

/// What the worker is to do.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Job {
    /// The lesson's full name.
    pub(crate) lesson: String,
    /// Each program's name and command.
    pub(crate) programs: Vec<(String, Vec<String>)>,
    /// The names of the checks; empty for all.
    pub(crate) only: Vec<String>,
    pub(crate) seed: u64,
    pub(crate) patience: u32,
    pub(crate) repeat: u32,
}

impl Job {
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
}

/// Starts a worker, gives it the job, and hands each run's report to `on_report` as it comes.
///
/// # Errors
/// Where the worker cannot be started, or ends before its last report.
pub(crate) fn run(job: &Job, mut on_report: impl FnMut(LessonReport)) -> Result<()> {
    // Whatever a worker that was killed leaves behind becomes ours to end.
    cell::adopt_orphans();
    let executable = std::env::current_exe().context("failed to find the executable of xtask")?;
    let mut command = Command::new(executable);
    command.arg("worker").stdin(Stdio::piped()).stdout(Stdio::piped());
    // Ctrl-C ends this process alone; the worker sees its stdin end and clears up.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut worker = command.spawn().context("failed to start a worker")?;
    let mut stdin = worker.stdin.take().context("the worker has no stdin")?;
    let stdout = worker.stdout.take().context("the worker has no stdout")?;
    serde_json::to_writer(&mut stdin, job).context("failed to send the job")?;
    stdin.write_all(b"\n").context("failed to send the job")?;
    let mut reports = 0;
    for line in BufReader::new(stdout).lines() {
        let line = line.context("failed to read the worker's reports")?;
        on_report(serde_json::from_str(&line).context("the worker sent no report")?);
        reports += 1;
    }
    drop(stdin);
    let status = worker.wait().context("failed to wait for the worker")?;
    cell::kill_descendants();
    if !status.success() || reports != job.repeat {
        bail!("the worker ended after {reports} of {} runs ({status})", job.repeat);
    }
    Ok(())
}

/// The worker's own side.
///
/// # Errors
/// Where its parent does not speak as it should.
pub(crate) fn main(_: &Arguments) -> Result<u8> {
    cell::adopt_orphans();
    let environment = describe(cell::enter_private_network());
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("failed to read the job")?;
    let job: Job = serde_json::from_str(&line).context("this is no job")?;
    std::thread::spawn(end_with_stdin);
    let lesson = crate::catalogue::find(&job.lesson)?;
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
            ..Options::default()
        };
        let report = grader::grade(lesson, &programs, environment.clone(), &options);
        let mut stdout = std::io::stdout().lock();
        serde_json::to_writer(&mut stdout, &report).context("failed to send the report")?;
        stdout.write_all(b"\n").and_then(|()| stdout.flush()).context("failed to send the report")?;
    }
    cell::kill_descendants();
    Ok(PASSED)
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

/// Waits for the end of stdin, which comes when the parent has ended in whatever way, and ends this process.
#[expect(clippy::disallowed_methods, reason = "a thread cannot return from main, and everything has been ended by then")]
fn end_with_stdin() {
    let mut rest = [0; 64];
    while std::io::stdin().read(&mut rest).is_ok_and(|count| count > 0) {}
    grader::abandon();
    std::process::exit(i32::from(crate::OUR_FAULT));
}
