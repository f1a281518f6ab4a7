//! `cargo xtask bench --grade`: what a submission costs the grader, and what it costs the plain way, which is a fresh copy of the repository
//! and `cargo test` for each.

use super::Bench;
use super::COPIED;
use super::LESSON;
use super::class;
use super::copy;
use super::ours;
use super::ours::Watched;
use crate::instructor;
use crate::messages;
use crate::messages::bench::Class;
use crate::messages::bench::Graded;
use crate::workspace;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;
use std::time::Instant;

/// The grader is at least so many times as fast for a submission, and ought to be twice that.
const BOUND: f64 = 40.0;
const AIM: f64 = 80.0;
/// Bytes that the grader's own processes may have in memory together.
const MEMORY: u64 = 200 << 20;

/// Measures, and says whether the bounds are kept.
///
/// # Errors
/// Where something cannot be built or started, or does not end as it should.
pub(super) fn measure(submissions: usize, clones: usize, whole: bool) -> Result<bool> {
    let folder = workspace::target().join("bench/grade");
    empty(&folder)?;
    messages::step(&format!("bench: a class of {submissions}"));
    let all = folder.join("submissions");
    for number in 0..submissions {
        class::hand_in(number, &student(&all, number))?;
    }
    let executable = PathBuf::from(instructor::executable()?);
    // The dependencies are compiled once for all, whatever the class: not part of what a submission costs, and told apart.
    let first = folder.join("first");
    class::hand_in(0, &student(&first, 0))?;
    let prepare = grade(&executable, &first, &folder.join("first-grades"))?;
    // Half of the plain way before, half after: a machine that gets slower meanwhile is slower for both.
    let before = clones.div_ceil(2);
    let mut plain = Vec::new();
    for number in 0..before {
        plain.push(plain_way(&folder, number, Tests::Package)?);
    }
    messages::step(&format!("bench: grading {submissions} submissions"));
    let watched = grade(&executable, &all, &folder.join("grades"))?;
    for number in before..clones {
        plain.push(plain_way(&folder, number, Tests::Package)?);
    }
    let graded = Graded {
        prepare: prepare.seconds,
        watched,
    };
    let each = graded.watched.seconds / submissions as f64;
    let class = Class::of(submissions, &plain);
    let is_small = messages::bench::graded(&class, &graded, MEMORY)?;
    // One with a mistake: its tests end with the first program of tests that fails, so that no submission takes less.
    let seconds = whole
        .then(|| plain_way(&folder, 1, Tests::Whole))
        .transpose()?;
    let is_fast = messages::bench::whole(each, seconds, (BOUND, AIM))?;
    Ok(is_small && is_fast)
}

/// Where a student's files go.
fn student(class: &Path, number: usize) -> PathBuf {
    class
        .join(format!("student-{number:03}"))
        .join(LESSON)
        .join("src")
}

fn grade(executable: &Path, submissions: &Path, out: &Path) -> Result<Watched> {
    let mut command = Command::new(executable);
    command
        .args(["grade", "--lesson", LESSON, "--out"])
        .arg(out)
        .arg(submissions)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let watched = ours::watch(&mut command)?;
    if !watched.status.success() {
        bail!(
            "grading {} failed ({}); run {command:?} to see why",
            submissions.display(),
            watched.status
        );
    }
    Ok(watched)
}

/// What `cargo test` is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tests {
    /// The lesson's package: for whoever knows it.
    Package,
    /// Nothing: the README's command.
    Whole,
}

/// The seconds for one submission: a fresh copy of what is tracked, the student's files in the solution's place, and its test. Only kinds
/// whose programs harm nobody: this is how strangers' programs ought not to be run.
fn plain_way(folder: &Path, number: usize, tests: Tests) -> Result<f64> {
    // A solved one, and one with a mistake, in turn.
    let student = if number.is_multiple_of(2) { 0 } else { 1 };
    let is_solved = class::kind(student) == class::Kind::Solved;
    messages::step(&format!(
        "bench: the plain way, a {} submission",
        if is_solved { "solved" } else { "flawed" }
    ));
    let clone = folder.join("clone");
    let start = Instant::now();
    for name in COPIED {
        copy(&workspace::root().join(name), &clone.join(name))?;
    }
    let place = clone.join("solutions").join(LESSON).join("src");
    fs::remove_dir_all(&place).context("failed to make room for the student's files")?;
    class::hand_in(student, &place)?;
    let bench = Bench {
        root: clone.clone(),
    };
    let package = format!("{LESSON}-solution");
    let mut arguments = vec!["test", "--offline", "--quiet"];
    if tests == Tests::Package {
        arguments.extend(["--package", &package]);
    }
    let status = bench
        .cargo("clone-target", &arguments)
        .status()
        .context("failed to start cargo")?;
    let seconds = start.elapsed().as_secs_f64();
    if status.success() != is_solved {
        bail!(
            "cargo test of a submission that is solved: {is_solved} ended with {status}, in {}",
            clone.display()
        );
    }
    empty(&clone)?;
    empty(&folder.join("clone-target"))?;
    Ok(seconds)
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("failed to remove {}", folder.display()))?;
    }
    Ok(())
}
