//! What a running program uses of the machine, read from the system. Only Linux tells it from outside; elsewhere
//! every answer is `None`, which a check must take for "unknown", never for a fault.

use std::time::Duration;

/// A program: its first process and all that this one has started.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Family {
    pub(crate) pid: u32,
    /// Who adopts what has lost its parent, where that is somebody of the program's own: nothing may hide from the checks that way.
    pub(crate) keeper: Option<u32>,
}

impl Family {
    /// All of its processes but the first.
    pub(crate) fn others(self) -> Vec<u32> {
        let mut others = cell::descendants(self.pid);
        others.extend(self.keeper.map(cell::descendants).unwrap_or_default());
        others
    }

    /// What each of its processes has of something; `None` where the first has gone, or the system does not tell.
    fn each<T>(self, of: impl Fn(u32) -> Option<T>) -> Option<impl Iterator<Item = T>> {
        let own = of(self.pid)?;
        Some(std::iter::once(own).chain(self.others().into_iter().filter_map(of)))
    }
}

/// The processor time that a program has used, threads that have ended included.
pub(crate) fn cpu_time(family: Family) -> Option<Duration> {
    Some(family.each(cell::cpu_time)?.sum())
}

/// What all processors of the machine have done since it was started, in ticks of the system.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MachineTime {
    idle: u64,
    whole: u64,
    processors: u32,
}

impl MachineTime {
    /// As it is now; `None` where the system does not tell.
    pub(crate) fn now() -> Option<MachineTime> {
        let stat = std::fs::read_to_string("/proc/stat").ok()?;
        // `cpu user nice system idle iowait irq softirq steal …`; the guests' times are in the first two, too.
        let fields = stat.lines().next()?.split_whitespace().skip(1).take(8);
        let ticks: Vec<u64> = fields.filter_map(|field| field.parse().ok()).collect();
        let each = stat
            .lines()
            .skip(1)
            .take_while(|line| line.starts_with("cpu"));
        Some(MachineTime {
            idle: ticks.get(3)? + ticks.get(4)?,
            whole: ticks.iter().sum(),
            processors: each.count() as u32,
        })
    }

    /// The part of all processors' time, from 0 to 1, that others than ourselves have used since then: in these `elapsed` we have
    /// had `own` of it.
    pub(crate) fn used_by_others(self, elapsed: Duration, own: Duration) -> Option<f64> {
        let now = MachineTime::now()?;
        let whole = now
            .whole
            .checked_sub(self.whole)
            .filter(|whole| *whole > 0)?;
        let idle = now.idle.saturating_sub(self.idle) as f64 / whole as f64;
        let own = own.as_secs_f64() / (elapsed * self.processors.max(1)).as_secs_f64();
        Some((1.0 - idle - own).max(0.0))
    }
}

/// How many threads all processes of a program have together.
pub(crate) fn threads(family: Family) -> Option<usize> {
    Some(
        family
            .each(|pid| tasks(pid).map(|tasks| tasks.len()))?
            .sum(),
    )
}

/// How many processes a program has started that still run, theirs included.
pub(crate) fn children(family: Family) -> Option<usize> {
    cfg!(target_os = "linux").then(|| family.others().len())
}

/// How many descriptors all processes of a program have open together.
pub(crate) fn descriptors(family: Family) -> Option<usize> {
    let one = |pid| entries(&format!("{}/fd", cell::living(pid))).map(|entries| entries.len());
    Some(family.each(one)?.sum())
}

/// The bytes of memory that the largest process of a program has in use now (its resident set).
pub(crate) fn memory(family: Family) -> Option<u64> {
    family.each(|pid| status_bytes(pid, "VmRSS:"))?.max()
}

/// The most bytes of memory that one process of a program has had in use at one time, since [`reset_peak_memory`] or its start.
pub(crate) fn peak_memory(family: Family) -> Option<u64> {
    family.each(|pid| status_bytes(pid, "VmHWM:"))?.max()
}

/// From now on, [`peak_memory`] counts from what there is now: who has had much before must not grow unseen.
pub(crate) fn reset_peak_memory(family: Family) {
    for pid in std::iter::once(family.pid).chain(family.others()) {
        cell::reset_peak_memory(pid);
    }
}

fn status_bytes(pid: u32, field: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("{}/status", cell::living(pid))).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(field))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

/// Does every thread of a program wait for something, so that none wants the processor?
pub(crate) fn is_asleep(family: Family) -> Option<bool> {
    let is_waiting = |state: char| matches!(state, 'S' | 'I' | 'Z');
    Some(family.each(states)?.flatten().all(is_waiting))
}

/// Does a thread of process `pid` wait in the kernel for something that no signal but the last one ends?
pub(crate) fn is_stuck(pid: u32) -> bool {
    states(pid).is_some_and(|states| states.contains(&'D'))
}

/// Is every thread of process `pid` held still by a signal?
pub(crate) fn is_stopped(pid: u32) -> Option<bool> {
    states(pid).map(|states| states.iter().all(|state| matches!(state, 'T' | 't' | 'Z')))
}

/// Has process `pid`, which was told to stop some time ago, been told to go on since? What is only slow has the signal still before it, or a
/// thread that has stopped already.
pub(crate) fn is_sent_on(pid: u32) -> Option<bool> {
    const SIGSTOP: u32 = 19;
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let pending = status
        .lines()
        .find_map(|line| line.strip_prefix("ShdPnd:"))?;
    let pending = u64::from_str_radix(pending.trim(), 16).ok()?;
    let has_stopped = states(pid)?.iter().any(|state| matches!(state, 'T' | 't'));
    Some(!has_stopped && pending & (1 << (SIGSTOP - 1)) == 0)
}

fn states(pid: u32) -> Option<Vec<char>> {
    let stats = tasks(pid)?
        .into_iter()
        .filter_map(|task| std::fs::read_to_string(format!("{task}/stat")).ok());
    Some(
        stats
            .filter_map(|stat| stat.rsplit_once(") ")?.1.chars().next())
            .collect(),
    )
}

fn tasks(pid: u32) -> Option<Vec<String>> {
    entries(&format!("/proc/{pid}/task"))
}

fn entries(folder: &str) -> Option<Vec<String>> {
    let entries = std::fs::read_dir(folder).ok()?;
    Some(
        entries
            .flatten()
            .map(|entry| entry.path().to_string_lossy().into_owned())
            .collect(),
    )
}
