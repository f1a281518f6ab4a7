//! The grader's work as the test lines that `cargo test` and nextest understand.

use grader::CheckReport;
use grader::Flaw;
use grader::Lesson;
use grader::Options;
use grader::Outcome;
use grader::Program;
use grader::Programs;
use grader::Variant;
use grader::VariantKind;
use libtest_mimic::Arguments;
use libtest_mimic::Failed;
use libtest_mimic::Trial;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::ExitCode;
use std::process::Stdio;

/// A test line for each check against the solution; `programs` are its names and executables.
///
/// Must be called first in `main`, while the process has one thread.
pub fn checks(lesson: &'static Lesson, programs: &[(&str, &str)]) -> ExitCode {
    let programs: Programs = programs
        .iter()
        .map(|(name, path)| ((*name).to_owned(), Program::executable(*path)))
        .collect();
    let trials = lesson.checks().map(|check| {
        let programs = programs.clone();
        Trial::test(check.name, move || {
            let report = grader::grade_check(check, &programs, &Options::default());
            match report.outcome {
                Outcome::Passed => Ok(()),
                // A machine that cannot run it says nothing about the solution.
                Outcome::Unavailable => Ok(()),
                _ => Err(words(&report).into()),
            }
        })
        .with_kind(check.program)
    });
    run(|| trials.collect())
}

/// A test line for each flawed program, which must fail exactly the checks named for it. Ignored where the machine cannot show what
/// each flaw is.
pub fn flaws(lesson: &'static Lesson, executable: &str) -> ExitCode {
    run(|| flaw_trials(lesson, executable))
}

/// All flawed programs, or every so many, as a variable says: `cargo xtask ci` has twenty minutes.
fn every() -> usize {
    let variable = std::env::var("LOOPBACK_EVERY_FLAW").ok();
    let every = variable.and_then(|text| text.parse().ok());
    every.unwrap_or(1).max(1)
}

fn flaw_trials(lesson: &'static Lesson, executable: &str) -> Vec<Trial> {
    let can_prove = lesson.can_prove_flaws();
    let trials = lesson.flaws().step_by(every()).map(|flaw: &'static Flaw| {
        let executable = PathBuf::from(executable);
        let name = format!("{}::{}", flaw.program, flaw.name);
        Trial::test(name, move || {
            grader::prove_flaw(lesson, flaw, &executable, &Options::default()).map_err(Failed::from)
        })
        .with_ignored_flag(!can_prove)
    });
    trials.collect()
}

/// A test line for each correct program of another build. `examples` is the folder in which cargo puts the lesson's example
/// `example`; `scripts` is where its scripts are.
pub fn variants(
    lesson: &'static Lesson,
    example: &str,
    examples: &Path,
    scripts: &Path,
) -> ExitCode {
    let has_python = grader::has_python();
    let trials = lesson.variants.iter().map(|variant: &'static Variant| {
        let name = format!("{}::{}", variant.program, variant.name);
        let executable = examples.join(format!("{example}{}", std::env::consts::EXE_SUFFIX));
        let program = variant.launch(&executable, scripts);
        let ignored = variant.kind == VariantKind::Python && !has_python;
        Trial::test(name, move || {
            grader::prove_variant(lesson, variant, program, &Options::default())
                .map_err(Failed::from)
        })
        .with_ignored_flag(ignored)
    });
    run(|| trials.collect())
}

/// Runs the trials in a child whose stdin ends with this process: however a test run is broken off, no program is left behind.
fn run(trials: impl FnOnce() -> Vec<Trial>) -> ExitCode {
    const CHILD: &str = "LOOPBACK_TRIALS";
    cell::adopt_orphans();
    if std::env::var_os(CHILD).is_none() {
        return run_again(CHILD).unwrap_or(ExitCode::FAILURE);
    }
    // Before libtest-mimic starts its threads.
    grader::enter_private_network();
    grader::end_with_stdin(1);
    let mut arguments = Arguments::from_args();
    // Most of a trial is waiting, whatever the number of processors.
    arguments.test_threads.get_or_insert(8);
    let conclusion = libtest_mimic::run(&arguments, trials());
    cell::kill_descendants();
    conclusion.exit_code()
}

fn run_again(variable: &str) -> std::io::Result<ExitCode> {
    let mut command = Command::new(std::env::current_exe()?);
    command
        .args(std::env::args_os().skip(1))
        .env(variable, "1")
        .stdin(Stdio::piped());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    // Held open until the child has ended: `wait` would close it at once.
    let stdin = child.stdin.take();
    let status = child.wait()?;
    drop(stdin);
    cell::kill_descendants();
    Ok(status
        .code()
        .and_then(|code| u8::try_from(code).ok())
        .map_or(ExitCode::FAILURE, ExitCode::from))
}

fn words(report: &CheckReport) -> String {
    let Some(failure) = &report.failure else {
        return format!("{:?}", report.outcome);
    };
    format!(
        "{:?}\n  doing     {}\n  expected  {}\n  got       {}\n{}",
        report.outcome, failure.doing, failure.expected, failure.got, report.stderr
    )
}
