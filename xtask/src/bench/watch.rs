//! How fast watch mode is, beside a bare `cargo build` and the checks alone.

use super::Bench;
use super::LESSON;
use super::Sample;
use anyhow::Context;
use anyhow::Result;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Lines;
use std::io::Write;
use std::process::Child;
use std::process::ChildStdin;
use std::process::ChildStdout;
use std::process::Stdio;
use std::time::Instant;

/// The program that is edited.
const EDITED: &str = "echo-server";

/// Watch mode, line by line, in the copy of the workspace.
struct Watch {
    child: Child,
    stdin: ChildStdin,
    lines: Lines<BufReader<ChildStdout>>,
}

/// In turn, for each pair: a bare build after an edit and the checks of the edited program alone, while watch mode is held still;
/// then the same edit under watch mode, from the save to the verdict; and a round in which there is nothing to build, beside all
/// checks alone.
pub(super) fn measure(bench: &Bench, pairs: u32) -> Result<(Sample, Sample)> {
    let mut watch = Watch::start(bench)?;
    watch.verdict()?;
    let (mut saves, mut rounds) = (Vec::new(), Vec::new());
    for pair in 0..pairs {
        watch.hold(true)?;
        bench.edit(EDITED, &format!("watch {pair} first"))?;
        let mut build = bench.cargo("target", &["build", "--quiet", "--package", LESSON]);
        let build = bench.seconds(&mut build)?;
        let alone = bench.seconds(&mut bench.checks_alone(&[EDITED])?)?;
        let all_alone = bench.seconds(&mut bench.checks_alone(lesson2_echo::LESSON.programs)?)?;
        watch.hold(false)?;
        // It has seen the edit now, and judges what was built meanwhile.
        watch.verdict()?;
        let start = Instant::now();
        bench.edit(EDITED, &format!("watch {pair} second"))?;
        watch.verdict()?;
        saves.push(start.elapsed().as_secs_f64() / (build + alone));
        let start = Instant::now();
        watch.ask()?;
        watch.verdict()?;
        rounds.push(start.elapsed().as_secs_f64() / all_alone);
    }
    Ok((Sample(saves), Sample(rounds)))
}

impl Watch {
    fn start(bench: &Bench) -> Result<Watch> {
        let mut command = bench.xtask();
        let mut child = command
            .args(["watch", "--plain", LESSON])
            .env("LOOPBACK_ROOT", &bench.root)
            .env("CARGO_TARGET_DIR", bench.root.with_file_name("target"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("failed to start watch mode")?;
        let stdin = child.stdin.take().context("watch mode has no stdin")?;
        let stdout = child.stdout.take().context("watch mode has no stdout")?;
        Ok(Watch {
            child,
            stdin,
            lines: BufReader::new(stdout).lines(),
        })
    }

    /// Waits for the last line of a verdict.
    fn verdict(&mut self) -> Result<()> {
        for line in self.lines.by_ref() {
            let line = line.context("failed to read what watch mode says")?;
            if line.contains(" checks pass, ") {
                return Ok(());
            }
        }
        anyhow::bail!("watch mode ended before its verdict")
    }

    /// Asks for a round of all checks.
    fn ask(&mut self) -> Result<()> {
        self.stdin
            .write_all(b"\n")
            .context("failed to ask for a round")
    }

    /// Holds it still, or lets it go on: what is measured beside it must have the machine for itself.
    #[cfg(unix)]
    fn hold(&self, still: bool) -> Result<()> {
        use nix::sys::signal::Signal;
        let signal = if still {
            Signal::SIGSTOP
        } else {
            Signal::SIGCONT
        };
        let pid = nix::unistd::Pid::from_raw(self.child.id() as i32);
        nix::sys::signal::kill(pid, signal).context("failed to hold watch mode still")
    }

    #[cfg(not(unix))]
    fn hold(&self, _: bool) -> Result<()> {
        anyhow::bail!("this system cannot hold a process still")
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // A process that has ended already is what we want.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
