//! What a program of ours and the processes of the same program below it need: looked at from outside, many times a second.

use super::children_time;
use anyhow::Context;
use anyhow::Result;
use std::collections::BTreeMap;
use std::fs;
use std::process::Child;
use std::process::Command;
use std::process::ExitStatus;
use std::time::Duration;
use std::time::Instant;

/// How often somebody looks.
const TICK: Duration = Duration::from_millis(20);

/// What was seen of a program from its start to its end.
#[derive(Debug)]
pub(crate) struct Watched {
    pub(crate) status: ExitStatus,
    pub(crate) seconds: f64,
    /// The processor time of the program and of everything below it, in seconds.
    pub(crate) processor: f64,
    pub(crate) memory: Memory,
    /// How many compilers were at work, on average.
    pub(crate) compilers: f64,
    /// How many of our own processes were at work that had no compiler, the program itself left out, on average.
    pub(crate) judges: f64,
}

/// Bytes of memory that were resident, at most.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// The first process alone.
    pub(crate) first: u64,
    /// The largest of the others.
    pub(crate) largest: u64,
    /// All of them at the same time. Pages that several share are counted for each.
    pub(crate) together: u64,
}

/// One look at the processes.
#[derive(Default)]
struct Sums {
    looks: u32,
    compilers: usize,
    judges: usize,
}

/// Runs a command to its end, and watches it.
///
/// # Errors
/// Where it cannot be started.
pub(super) fn watch(command: &mut Command) -> Result<Watched> {
    let before = children_time()?;
    let start = Instant::now();
    let mut child = command
        .spawn()
        .with_context(|| format!("failed to start {command:?}"))?;
    let (mut memory, mut sums) = (Memory::default(), Sums::default());
    let status = loop {
        if let Some(status) = ended(&mut child)? {
            break status;
        }
        look(child.id(), &mut memory, &mut sums);
        std::thread::park_timeout(TICK);
    };
    let looks = f64::from(sums.looks.max(1));
    Ok(Watched {
        status,
        seconds: start.elapsed().as_secs_f64(),
        processor: (children_time()? - before).as_secs_f64(),
        memory,
        compilers: sums.compilers as f64 / looks,
        judges: sums.judges as f64 / looks,
    })
}

fn ended(child: &mut Child) -> Result<Option<ExitStatus>> {
    child.try_wait().context("failed to wait for the grader")
}

/// What `/proc` says of a process.
struct Process {
    name: String,
    parent: u32,
    /// The most that was resident, in bytes.
    peak: u64,
}

fn look(first: u32, memory: &mut Memory, sums: &mut Sums) {
    let Some(own) = process(first) else { return };
    let below: BTreeMap<u32, Process> = cell::descendants(first)
        .into_iter()
        .filter_map(|pid| Some((pid, process(pid)?)))
        .collect();
    let others: Vec<&Process> = below
        .values()
        .filter(|process| process.name == own.name)
        .collect();
    let largest = others.iter().map(|process| process.peak).max().unwrap_or(0);
    let together = others.iter().map(|process| process.peak).sum::<u64>() + own.peak;
    memory.first = memory.first.max(own.peak);
    memory.largest = memory.largest.max(largest);
    memory.together = memory.together.max(together);
    let compilers = below
        .values()
        .filter(|process| process.name == "rustc")
        .count();
    // A lane is a child of the first process.
    let lanes = below
        .values()
        .filter(|process| process.parent == first)
        .count();
    sums.looks += 1;
    sums.compilers += compilers;
    sums.judges += lanes.saturating_sub(compilers);
}

/// `None` where it has ended meanwhile.
fn process(pid: u32) -> Option<Process> {
    let text = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let field = |name: &str| {
        text.lines()
            .find_map(|line| line.strip_prefix(name))
            .map(str::trim)
    };
    let peak = field("VmHWM:").and_then(|size| size.split(' ').next()?.parse::<u64>().ok());
    Some(Process {
        name: field("Name:")?.to_owned(),
        parent: field("PPid:")?.parse().ok()?,
        peak: peak.unwrap_or(0) * 1024,
    })
}
