//! What a program of ours and the processes of the same program below it need: looked at from outside, many times a second.

use super::children_time;
use anyhow::Context;
use anyhow::Result;
use std::fs;
use std::process::Child;
use std::process::Command;
use std::process::ExitStatus;
use std::time::Duration;
use std::time::Instant;

/// How often somebody looks which processes there are.
const TICK: Duration = Duration::from_millis(20);
/// At every so many of these looks their memory is added up, which costs the kernel more.
const MEMORY_LOOKS: u32 = 10;

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

/// Bytes of memory, at most. Of pages that several processes share, each has its part: copies of a process that nobody has changed cost
/// nothing.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// The first process alone.
    pub(crate) first: u64,
    /// The largest of the others.
    pub(crate) largest: u64,
    /// All of them at the same time.
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
    pid: u32,
    name: String,
    parent: u32,
}

fn look(first: u32, memory: &mut Memory, sums: &mut Sums) {
    let Some(own) = process(first) else { return };
    let below = cell::descendants(first);
    let below: Vec<Process> = below.into_iter().filter_map(process).collect();
    if sums.looks.is_multiple_of(MEMORY_LOOKS) {
        let ours = below.iter().filter(|process| process.name == own.name);
        let ours: Vec<u64> = ours.filter_map(|process| share(process.pid)).collect();
        let own = share(first).unwrap_or(0);
        memory.first = memory.first.max(own);
        memory.largest = memory.largest.max(ours.iter().copied().max().unwrap_or(0));
        memory.together = memory.together.max(own + ours.iter().sum::<u64>());
    }
    let compilers = below
        .iter()
        .filter(|process| process.name == "rustc")
        .count();
    // A lane is a child of the first process.
    let lanes = below
        .iter()
        .filter(|process| process.parent == first)
        .count();
    sums.looks += 1;
    sums.compilers += compilers;
    sums.judges += lanes.saturating_sub(compilers);
}

/// `None` where it has ended meanwhile.
fn process(pid: u32) -> Option<Process> {
    let text = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    Some(Process {
        pid,
        name: field(&text, "Name:")?.to_owned(),
        parent: field(&text, "PPid:")?.parse().ok()?,
    })
}

/// Its part of the memory, in bytes. Of a process that nobody may look into, all that is resident.
fn share(pid: u32) -> Option<u64> {
    let read = |file: &str, name: &str| -> Option<u64> {
        let text = fs::read_to_string(format!("/proc/{pid}/{file}")).ok()?;
        field(&text, name)?.split(' ').next()?.parse().ok()
    };
    let kilobytes = read("smaps_rollup", "Pss:").or_else(|| read("status", "VmRSS:"))?;
    Some(kilobytes * 1024)
}

fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines()
        .find_map(|line| line.strip_prefix(name))
        .map(str::trim)
}
