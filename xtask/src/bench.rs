//! `cargo xtask bench`: the course's promises about speed, as ratios measured side by side in one run.
//!
//! Everything happens in a copy of the workspace under `target/bench/`, with a target folder of its own: no file of the
//! student's is edited.

#[cfg_attr(
    not(target_os = "linux"),
    expect(dead_code, reason = "only Linux grades")
)]
mod class;
#[cfg(target_os = "linux")]
mod grade;
#[cfg(target_os = "linux")]
mod ours;
mod watch;

#[cfg(target_os = "linux")]
pub(crate) use ours::Watched;

use crate::OUR_FAULT;
use crate::PASSED;
use crate::messages;
use crate::workspace;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

/// Measure how fast the checks, the way from edit to verdict, the first build, and lesson 5's server are (for authors; minutes).
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How many pairs to measure of the first two.
    #[arg(long, value_name = "N", default_value_t = 11, value_parser = clap::value_parser!(u32).range(3..=1000))]
    pairs: u32,
    /// Leave the first build out: it compiles every dependency twice.
    #[arg(long)]
    skip_first_build: bool,
    /// Only lesson 5's server, beside servers of another build.
    #[arg(long, conflicts_with = "skip_first_build")]
    servers: bool,
    /// Only watch mode.
    #[arg(long, conflicts_with_all = ["skip_first_build", "servers"])]
    watch: bool,
    /// Only the instructor's `grade`, beside a fresh copy of the repository and `cargo test` for each submission.
    #[cfg(target_os = "linux")]
    #[arg(long, conflicts_with_all = ["skip_first_build", "servers", "watch"])]
    grade: bool,
    /// How many submissions the class of `--grade` has.
    #[cfg(target_os = "linux")]
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u16).range(1..=10_000))]
    submissions: u16,
    /// How many of them are measured the plain way.
    #[cfg(target_os = "linux")]
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u16).range(1..=100))]
    clones: u16,
    /// With `--grade`: leave out the whole `cargo test` in a fresh copy, which takes a quarter of an hour and carries the bound.
    #[cfg(target_os = "linux")]
    #[arg(long, requires = "grade")]
    skip_whole: bool,
}

const LESSON: &str = "lesson2-echo";
/// What is copied: everything that cargo needs, nothing that it makes.
const COPIED: [&str; 8] = [
    "Cargo.toml",
    "Cargo.lock",
    ".cargo",
    "clippy.toml",
    "crates",
    "exercises",
    "solutions",
    "xtask",
];

/// A copy of the workspace to measure in.
struct Bench {
    root: PathBuf,
}

/// Several measurements of one thing.
pub(crate) struct Sample(pub(crate) Vec<f64>);

/// # Errors
/// Where something that is measured fails.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    #[cfg(target_os = "linux")]
    if arguments.grade {
        let is_met = grade::measure(
            arguments.submissions.into(),
            arguments.clones.into(),
            !arguments.skip_whole,
        )?;
        return Ok(if is_met { PASSED } else { OUR_FAULT });
    }
    let bench = Bench::prepare()?;
    if arguments.servers {
        return Ok(if bench.compare_servers()? {
            PASSED
        } else {
            OUR_FAULT
        });
    }
    messages::step("bench: building everything once");
    bench.expect_success(&[
        "build",
        "--quiet",
        "--package",
        "xtask",
        "--package",
        LESSON,
    ])?;
    bench.expect_success(&["xtask", "check", LESSON])?;
    if arguments.watch {
        let is_met = bench.measure_watch(arguments.pairs)?;
        return Ok(if is_met { PASSED } else { OUR_FAULT });
    }
    messages::step("bench: edit to verdict, and the checks alone");
    let (checks, ratios) = bench.measure_edits(arguments.pairs)?;
    let mut is_met = messages::measured(
        "all checks of lesson 2 against the solution, once built (wall seconds)",
        &checks,
        0.5,
    )?;
    is_met &= messages::measured(
        "edit to verdict: `cargo xtask check lesson2` / (`cargo build` of the exercise + the checks alone)",
        &ratios,
        1.3,
    )?;
    is_met &= bench.measure_watch(arguments.pairs)?;
    is_met &= bench.compare_servers()?;
    if !arguments.skip_first_build {
        messages::step("bench: the first build, twice from nothing");
        let ratio = bench.measure_first_build()?;
        is_met &= messages::measured(
            "first `cargo xtask check lesson2 --solution` / building that solution alone (processor time)",
            &ratio,
            3.0,
        )?;
    }
    Ok(if is_met { PASSED } else { OUR_FAULT })
}

impl Bench {
    fn prepare() -> Result<Bench> {
        let root = workspace::root().join("target/bench/workspace");
        if root.exists() {
            fs::remove_dir_all(&root)
                .with_context(|| format!("failed to remove {}", root.display()))?;
        }
        for name in COPIED {
            copy(&workspace::root().join(name), &root.join(name))?;
        }
        // The exercise is measured solved: an untouched one would be judged in no time.
        let solution = root.join("solutions").join(LESSON).join("src");
        copy(&solution, &root.join("exercises").join(LESSON).join("src"))?;
        Ok(Bench { root })
    }

    /// A call of cargo in the copy, with a target folder of that name.
    fn cargo(&self, target: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.root.with_file_name(target))
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    fn expect_success(&self, arguments: &[&str]) -> Result<()> {
        let status = self
            .cargo("target", arguments)
            .status()
            .context("failed to start cargo")?;
        if !status.success() {
            bail!(
                "cargo {} failed in {} ({status})",
                arguments.join(" "),
                self.root.display()
            );
        }
        Ok(())
    }

    /// The processor time of lesson 5's solution for a round trip, beside servers of another build: optimised, all of them. The
    /// benchmark is an example of the lesson's checks, and prints what it finds. Are its bounds kept?
    fn compare_servers(&self) -> Result<bool> {
        messages::step("bench: building lesson 5's servers, optimised");
        let (solution, benchmark) = ("select-server-solution", "lesson5-bench");
        self.expect_success(&[
            "build",
            "--quiet",
            "--release",
            "--package",
            "lesson5-select-solution",
            "--bin",
            solution,
            "--package",
            "lesson5-select-checks",
            "--example",
            benchmark,
        ])?;
        let built = self.root.with_file_name("target").join("release");
        let executable = |name: &str| format!("{name}{}", std::env::consts::EXE_SUFFIX);
        messages::step("bench: lesson 5's server beside others");
        let status = Command::new(built.join("examples").join(executable(benchmark)))
            .arg(built.join(executable(solution)))
            .status()
            .context("failed to start the benchmark of lesson 5")?;
        Ok(status.success())
    }

    /// In turn: build after an edit, check without one, check after an edit. The checks alone are measured as the
    /// runner's own process, without the two calls of cargo around it.
    fn measure_edits(&self, pairs: u32) -> Result<(Sample, Sample)> {
        let (mut checks, mut ratios) = (Vec::new(), Vec::new());
        for pair in 0..pairs {
            self.edit("echo-server", &format!("{pair} first"))?;
            let build = self
                .seconds(&mut self.cargo("target", &["build", "--quiet", "--package", LESSON]))?;
            let alone = self.seconds(&mut self.checks_alone(lesson2_echo::LESSON.programs)?)?;
            self.edit("echo-server", &format!("{pair} second"))?;
            let whole = self.seconds(&mut self.cargo("target", &["xtask", "check", LESSON]))?;
            checks.push(alone);
            ratios.push(whole / (build + alone));
        }
        Ok((Sample(checks), Sample(ratios)))
    }

    /// Watch mode, from a save to its verdict and with nothing to build. Are the bounds kept?
    fn measure_watch(&self, pairs: u32) -> Result<bool> {
        messages::step("bench: watch mode, a bare build, and the checks alone");
        let (saves, rounds) = watch::measure(self, pairs)?;
        let is_fast = messages::measured(
            "save to verdict: `cargo xtask watch` / (`cargo build` of the exercise + the edited program's checks alone)",
            &saves,
            1.0,
        )?;
        let is_light = messages::measured(
            "nothing to build: a round of `cargo xtask watch` / all checks alone",
            &rounds,
            1.3,
        )?;
        Ok(is_fast && is_light)
    }

    /// Saves a program of the exercise with a comment at its end that was not there before.
    fn edit(&self, program: &str, what: &str) -> Result<()> {
        let source = |part: &str| {
            let folder = self.root.join(part).join(LESSON).join("src/bin");
            folder.join(format!("{program}.rs"))
        };
        let text = fs::read_to_string(source("solutions"))
            .context("failed to read the program to edit")?;
        fs::write(source("exercises"), format!("{text}\n// edit {what}\n"))
            .context("failed to edit the program")
    }

    /// The runner that was built in the copy.
    fn xtask(&self) -> Command {
        let folder = self.root.with_file_name("target").join("debug");
        Command::new(folder.join(format!("xtask{}", std::env::consts::EXE_SUFFIX)))
    }

    /// The runner told to judge executables that are there already, of these programs.
    fn checks_alone(&self, programs: &[&str]) -> Result<Command> {
        let folder = self.root.with_file_name("target").join("debug");
        let mut command = self.xtask();
        command
            .arg("check")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .stdin(Stdio::null());
        for program in programs {
            let executable = folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
            let quoted = shlex::try_quote(&executable.to_string_lossy())
                .context("a path that cannot be quoted")?
                .into_owned();
            command.arg("--program").arg(format!("{program}={quoted}"));
        }
        Ok(command)
    }

    fn seconds(&self, command: &mut Command) -> Result<f64> {
        let start = Instant::now();
        let status = command
            .status()
            .with_context(|| format!("failed to start {command:?}"))?;
        let seconds = start.elapsed().as_secs_f64();
        if !status.success() {
            bail!("{command:?} failed ({status})");
        }
        Ok(seconds)
    }

    fn measure_first_build(&self) -> Result<Sample> {
        let solution = format!("{LESSON}-solution");
        let alone =
            self.processor_time("first-alone", &["build", "--quiet", "--package", &solution])?;
        let whole =
            self.processor_time("first-check", &["xtask", "check", LESSON, "--solution"])?;
        Ok(Sample(vec![whole.as_secs_f64() / alone.as_secs_f64()]))
    }

    /// The processor time of a call of cargo from nothing, all its children included.
    fn processor_time(&self, target: &str, arguments: &[&str]) -> Result<Duration> {
        let folder = self.root.with_file_name(target);
        let remove = || {
            if folder.exists() {
                fs::remove_dir_all(&folder)
            } else {
                Ok(())
            }
        };
        remove().with_context(|| format!("failed to remove {}", folder.display()))?;
        let before = children_time()?;
        let status = self
            .cargo(target, arguments)
            .status()
            .context("failed to start cargo")?;
        let after = children_time()?;
        if !status.success() {
            bail!("cargo {} failed ({status})", arguments.join(" "));
        }
        remove().with_context(|| format!("failed to remove {}", folder.display()))?;
        Ok(after - before)
    }
}

impl Sample {
    /// The smallest, the median and the largest.
    pub(crate) fn spread(&self) -> (f64, f64, f64) {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1);
        let at = |place: usize| sorted.get(place).copied().unwrap_or(f64::NAN);
        (at(0), at(last / 2), at(last))
    }
}

/// The processor time of all children that have ended.
#[cfg(unix)]
fn children_time() -> Result<Duration> {
    use nix::sys::time::TimeValLike;
    let usage = nix::sys::resource::getrusage(nix::sys::resource::UsageWho::RUSAGE_CHILDREN)
        .context("failed to read the processor time")?;
    let microseconds = (usage.user_time() + usage.system_time()).num_microseconds();
    Ok(Duration::from_micros(microseconds.unsigned_abs()))
}

#[cfg(not(unix))]
fn children_time() -> Result<Duration> {
    bail!("this system does not tell the processor time of children; use --skip-first-build")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let failed = || format!("failed to copy {} to {}", from.display(), to.display());
    if from.is_file() {
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).with_context(failed)?;
        }
        fs::copy(from, to).with_context(failed)?;
        return Ok(());
    }
    for entry in fs::read_dir(from).with_context(failed)? {
        let name = entry.with_context(failed)?.file_name();
        copy(&from.join(&name), &to.join(&name))?;
    }
    Ok(())
}
