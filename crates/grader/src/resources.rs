//! What a running program uses of the machine, read from the system. Only Linux tells it from outside; elsewhere
//! every answer is `None`, which a check must take for "unknown", never for a fault.

use std::time::Duration;

/// The processor time that process `pid` and its descendants have used, threads that have ended included.
pub(crate) fn cpu_time(pid: u32) -> Option<Duration> {
    let own = cell::cpu_time(pid)?;
    Some(
        cell::descendants(pid)
            .into_iter()
            .filter_map(cell::cpu_time)
            .fold(own, |sum, time| sum + time),
    )
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

/// How many threads process `pid` has.
pub(crate) fn threads(pid: u32) -> Option<usize> {
    tasks(pid).map(|tasks| tasks.len())
}

/// How many processes process `pid` has started that still run, theirs included.
pub(crate) fn children(pid: u32) -> Option<usize> {
    cfg!(target_os = "linux").then(|| cell::descendants(pid).len())
}

/// How many descriptors process `pid` has open.
pub(crate) fn descriptors(pid: u32) -> Option<usize> {
    entries(&format!("/proc/{pid}/fd")).map(|entries| entries.len())
}

/// The bytes of memory that process `pid` has in use now (its resident set).
pub(crate) fn memory(pid: u32) -> Option<u64> {
    status_bytes(pid, "VmRSS:")
}

/// The most bytes of memory that process `pid` has ever had in use at one time.
pub(crate) fn peak_memory(pid: u32) -> Option<u64> {
    status_bytes(pid, "VmHWM:")
}

fn status_bytes(pid: u32, field: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(field))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

/// Does every thread of process `pid` and of its descendants wait for something, so that none wants the processor?
pub(crate) fn is_asleep(pid: u32) -> Option<bool> {
    let mut all = states(pid)?;
    all.extend(
        cell::descendants(pid)
            .into_iter()
            .filter_map(states)
            .flatten(),
    );
    Some(all.iter().all(|state| matches!(state, 'S' | 'I' | 'Z')))
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
