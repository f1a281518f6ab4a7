//! Holds a program still for a moment, so that something happens to it for certain before it can look.

/// Stops every thread of process `pid`'s group. Answers whether the system really has: elsewhere than on Unix
/// systems nothing is stopped.
pub fn pause(pid: u32) -> bool {
    #[cfg(unix)]
    {
        let group = nix::unistd::Pid::from_raw(pid as i32);
        nix::sys::signal::killpg(group, nix::sys::signal::Signal::SIGSTOP).is_ok()
    }
    #[cfg(not(unix))]
    {
        let _ = pid;
        false
    }
}

/// Lets process `pid`'s group go on after [`pause`].
pub fn resume(pid: u32) {
    #[cfg(unix)]
    {
        let group = nix::unistd::Pid::from_raw(pid as i32);
        // Fails only where the group has ended.
        let _ = nix::sys::signal::killpg(group, nix::sys::signal::Signal::SIGCONT);
    }
    #[cfg(not(unix))]
    let _ = pid;
}
