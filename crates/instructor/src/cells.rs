//! Cells as seen from outside: starts our own driver in one, gives it its task, and takes its answer. Whatever happens in there, nothing
//! of it is left afterwards.

use crate::driver::Answer;
use crate::driver::EXECUTABLE;
use crate::driver::Job;
use crate::driver::Task;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use isolation::Layer;
use isolation::MemoryGroup;
use isolation::Room;
use isolation::Shown;
use std::io::Read;
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;
use std::time::Instant;

/// Of a driver's answer, so many bytes: a report with every failure in full is below 10 MiB.
const LONGEST_ANSWER: u64 = 64 * 1024 * 1024;
/// A number that no user of the machine has, for the first lane's programs; the others' follow.
const FIRST_UID: u32 = 0x4c42_0000;

/// How often somebody looks whether to stop.
const TICK: Duration = Duration::from_millis(100);

/// What the names of our control groups begin with.
const GROUPS: &str = "loopback";

static NEXT_GROUP: AtomicU32 = AtomicU32::new(0);

/// What this machine has for cells.
#[derive(Debug, Clone)]
pub(crate) struct Cells {
    pub(crate) layers: Vec<Layer>,
    /// Are there cells at all? Without them, programs run beside the machine's own.
    pub(crate) exist: bool,
}

impl Cells {
    /// Finds out by launching one.
    ///
    /// # Errors
    /// Where our own program cannot be started.
    pub(crate) fn probe() -> Result<Cells> {
        let room = Room {
            shown: vec![own_executable()?],
            outside_uid: outside_uid(0),
        };
        let job = Job {
            room: Some(room),
            task: Task::Probe(isolation::namespaces()),
        };
        MemoryGroup::forget_killed(GROUPS);
        let memory = MemoryGroup::new(&group_name(), 1 << 30);
        let (answer, grouped) = run_in(&job, memory.as_ref().ok(), &Limit::seconds(60))?;
        let (mut layers, exist) = match answer {
            Answer::Layers(layers) => (layers, true),
            Answer::Refused(reason) => (refused(&reason), false),
            _ => bail!("the driver answered something else"),
        };
        let missing = memory.and(grouped).err();
        layers.push(Layer {
            name: "memory_cgroup".to_owned(),
            missing,
        });
        Ok(Cells { layers, exist })
    }

    /// Is every layer there that programs of strangers need?
    pub(crate) fn are_strong(&self) -> bool {
        isolation::is_strong(&self.layers)
    }

    /// The names of the layers that are there.
    pub(crate) fn names(&self) -> Vec<String> {
        let there = self.layers.iter().filter(|layer| layer.missing.is_none());
        there.map(|layer| layer.name.clone()).collect()
    }

    /// Has a task done in a cell that shows `shown`, or beside the machine where there are none. `most` bounds the memory of everything in it,
    /// in bytes.
    ///
    /// # Errors
    /// Where the driver cannot be started, dies, or takes longer than `limit`.
    pub(crate) fn run(
        &self,
        shown: Vec<Shown>,
        task: Task,
        lane: usize,
        most: u64,
        limit: &Limit<'_>,
    ) -> Result<Answer> {
        let room = self.exist.then(|| Room {
            shown,
            outside_uid: outside_uid(lane),
        });
        let has_groups = self.names().iter().any(|name| name == "memory_cgroup");
        let memory = if has_groups {
            let group = MemoryGroup::new(&group_name(), most);
            Some(group.map_err(anyhow::Error::msg)?)
        } else {
            None
        };
        let job = Job { room, task };
        run_in(&job, memory.as_ref(), limit).map(|(answer, _)| answer)
    }

    /// Lets the user that a lane's programs run as change a folder and everything in it.
    ///
    /// # Errors
    /// What the system answers.
    pub(crate) fn give_to_student(&self, folder: &Path, lane: usize) -> Result<()> {
        let Some(uid) = outside_uid(lane).filter(|_| self.exist) else {
            return Ok(());
        };
        give(folder, uid).with_context(|| format!("failed to give {} away", folder.display()))
    }
}

fn give(path: &Path, uid: u32) -> std::io::Result<()> {
    let found = path.symlink_metadata()?;
    if found.uid() == uid {
        return Ok(());
    }
    std::os::unix::fs::lchown(path, Some(uid), Some(uid))?;
    if found.is_dir() {
        for entry in std::fs::read_dir(path)? {
            give(&entry?.path(), uid)?;
        }
    }
    Ok(())
}

/// The layers of a machine that has no cells.
fn refused(reason: &str) -> Vec<Layer> {
    let layer = |name: &&str| Layer {
        name: (*name).to_owned(),
        missing: Some(reason.to_owned()),
    };
    isolation::NECESSARY.iter().map(layer).collect()
}

/// The user that programs of a lane run as, seen from outside, where we can give them one.
pub(crate) fn outside_uid(lane: usize) -> Option<u32> {
    let lane = u32::try_from(lane).unwrap_or(0);
    nix::unistd::geteuid().is_root().then_some(FIRST_UID + lane)
}

fn own_executable() -> Result<Shown> {
    let from = std::env::current_exe().context("failed to find our own executable")?;
    Ok(Shown {
        from,
        to: EXECUTABLE.into(),
        writable: false,
    })
}

fn group_name() -> String {
    let number = NEXT_GROUP.fetch_add(1, Ordering::Relaxed);
    format!("{GROUPS}-{}-{number}", std::process::id())
}

/// Starts the driver, gives it the job, and waits for its answer and its end. Says, too, whether it was put into the group.
fn run_in(
    job: &Job,
    memory: Option<&MemoryGroup>,
    limit: &Limit<'_>,
) -> Result<(Answer, Result<(), String>)> {
    let mut driver = Driver::start()?;
    // It has not entered its cell yet: it waits for its job, and what it starts will be in the group, too.
    let grouped = memory.map_or(Ok(()), |group| group.add(driver.child.id()));
    let grouped = grouped.map_err(|error| format!("the group takes no process: {error}"));
    driver.send(job)?;
    let answer = driver.answer(limit)?;
    Ok((answer, grouped))
}

/// When a task is given up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit<'a> {
    pub(crate) time: Duration,
    /// As soon as this is set.
    pub(crate) stop: Option<&'a AtomicBool>,
}

impl Limit<'_> {
    pub(crate) fn seconds(seconds: u64) -> Limit<'static> {
        Limit {
            time: Duration::from_secs(seconds),
            stop: None,
        }
    }

    fn reached(&self, elapsed: Duration) -> Option<String> {
        if self.stop.is_some_and(|stop| stop.load(Ordering::Relaxed)) {
            return Some("it was interrupted".to_owned());
        }
        (elapsed > self.time).then(|| format!("it took more than {} s", self.time.as_secs()))
    }
}

/// A driver, and with it its cell, until this is dropped.
struct Driver {
    child: Child,
}

impl Driver {
    fn start() -> Result<Driver> {
        let executable = std::env::current_exe().context("failed to find our own executable")?;
        let mut command = Command::new(executable);
        command
            .arg("driver")
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("LANG", "C.UTF-8")
            .env("USER", "student")
            .env("HOME", "/tmp")
            // Where the checks' own folders are in a cell.
            .env("TMPDIR", "/scratch")
            // What is large goes back to the system at once: every program that is started costs a look at each page that we have.
            .env("MALLOC_MMAP_THRESHOLD_", "65536")
            .env("MALLOC_TRIM_THRESHOLD_", "65536")
            .env("MALLOC_ARENA_MAX", "2")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let child = command.spawn().context("failed to start a driver")?;
        Ok(Driver { child })
    }

    fn send(&mut self, job: &Job) -> Result<()> {
        let mut line = serde_json::to_vec(job).context("failed to describe the task")?;
        line.push(b'\n');
        let stdin = self
            .child
            .stdin
            .as_mut()
            .context("the driver has no stdin")?;
        stdin.write_all(&line).context("failed to send the task")
    }

    /// Reads the answer; a driver that takes longer is ended, and so is its cell.
    fn answer(&mut self, limit: &Limit<'_>) -> Result<Answer> {
        let stdout = self
            .child
            .stdout
            .take()
            .context("the driver has no stdout")?;
        let (tell, told) = std::sync::mpsc::channel();
        let reader = std::thread::spawn(move || {
            let mut text = Vec::new();
            let read = stdout.take(LONGEST_ANSWER).read_to_end(&mut text);
            let _ = tell.send(read.map(|_| text));
        });
        let begun = Instant::now();
        let read = loop {
            match told.recv_timeout(TICK) {
                Ok(read) => break read,
                Err(RecvTimeoutError::Disconnected) => bail!("the driver's answer was lost"),
                Err(RecvTimeoutError::Timeout) => {}
            }
            let reason = limit.reached(begun.elapsed());
            if let Some(reason) = reason {
                self.end();
                let _ = reader.join();
                bail!("{reason}");
            }
        };
        let _ = reader.join();
        let text = read.context("failed to read the driver's answer")?;
        // Its stdin ends now, so that it ends, too, if it has not yet.
        self.child.stdin.take();
        let status = self.child.wait().context("failed to wait for the driver")?;
        if text.is_empty() || !status.success() {
            bail!("the driver ended before its work was done ({status})");
        }
        serde_json::from_slice(&text).context("the driver sent no answer")
    }

    fn end(&mut self) {
        // Both fail only where it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.end();
    }
}
