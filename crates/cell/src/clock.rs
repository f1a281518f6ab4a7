//! The times of another process: how long it has been on the processor, and how long it has existed.

use std::time::Duration;

/// The processor time that process `pid` has used so far, by all of its threads, those that have ended included. `None` where
/// the system does not tell (only Linux does), or the process has ended and been reaped.
pub fn cpu_time(pid: u32) -> Option<Duration> {
    #[cfg(target_os = "linux")]
    {
        let clock = nix::time::clock_getcpuclockid(nix::unistd::Pid::from_raw(pid as i32)).ok()?;
        nix::time::clock_gettime(clock).ok().map(Duration::from)
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = pid;
        None
    }
}

/// How long process `pid` has existed. `None` where the system does not tell (only Linux does), or there is none.
pub fn age(pid: u32) -> Option<Duration> {
    #[cfg(target_os = "linux")]
    {
        // SAFETY: sysconf reads a constant of the system, and takes and gives plain numbers.
        let per_second = unsafe { libc::sysconf(libc::_SC_CLK_TCK) };
        let per_second = u64::try_from(per_second).ok().filter(|count| *count > 0)?;
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        // Behind the name, which may itself hold spaces and brackets: the 22nd field of all is the start, in ticks since boot.
        let ticks: u64 = stat.rsplit_once(") ")?.1.split(' ').nth(19)?.parse().ok()?;
        let started = Duration::from_millis(ticks * 1000 / per_second);
        let now = nix::time::clock_gettime(nix::time::ClockId::CLOCK_BOOTTIME).ok()?;
        Some(Duration::from(now).saturating_sub(started))
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = pid;
        None
    }
}
