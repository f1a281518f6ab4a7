//! The processor time of another process.

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
