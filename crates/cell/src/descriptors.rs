//! How many descriptors a process may have: raised for ourselves and what we start, and taken away from another process for a while, as
//! a busy machine would.

use std::io;

/// Lowers the descriptor limit of process `pid` to the lowest number that it has not in use, so that
/// its next `accept`, `socket` or `open` fails with EMFILE. Returns the limit from before.
///
/// # Errors
/// `Unsupported` outside Linux; otherwise what the system answers (the process may have ended).
pub fn forbid_new_descriptors(pid: u32) -> io::Result<u64> {
    #[cfg(target_os = "linux")]
    {
        let mut taken = Vec::new();
        for entry in std::fs::read_dir(format!("{}/fd", crate::living(pid)))? {
            taken.extend(
                entry?
                    .file_name()
                    .to_str()
                    .and_then(|name| name.parse::<u64>().ok()),
            );
        }
        let free = (0..).find(|number| !taken.contains(number)).unwrap_or(0);
        linux::set_soft_limit(pid, free)
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = pid;
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Raises this process's own descriptor limit to `wanted`, or as far as the system allows; what it starts afterwards inherits that.
/// Never lowers it. Returns the limit as it is then, or `None` where the system does not tell.
pub fn raise_descriptor_limit(wanted: u64) -> Option<u64> {
    #[cfg(unix)]
    {
        use nix::sys::resource::Resource;
        use nix::sys::resource::getrlimit;
        use nix::sys::resource::setrlimit;
        let (soft, hard) = getrlimit(Resource::RLIMIT_NOFILE).ok()?;
        let raised = wanted.min(hard).max(soft);
        // Where it fails, the limit is what it was.
        let _ = setrlimit(Resource::RLIMIT_NOFILE, raised, hard);
        let (soft, _) = getrlimit(Resource::RLIMIT_NOFILE).ok()?;
        Some(soft)
    }
    #[cfg(not(unix))]
    {
        let _ = wanted;
        None
    }
}

/// Gives process `pid` the descriptor limit back that [`forbid_new_descriptors`] returned.
///
/// # Errors
/// As [`forbid_new_descriptors`].
pub fn restore_descriptors(pid: u32, limit: u64) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    return linux::set_soft_limit(pid, limit).map(drop);
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (pid, limit);
        Err(io::ErrorKind::Unsupported.into())
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::io;

    pub(super) fn set_soft_limit(pid: u32, soft: u64) -> io::Result<u64> {
        let mut old = libc::rlimit {
            rlim_cur: 0,
            rlim_max: 0,
        };
        prlimit(pid, None, Some(&mut old))?;
        let new = libc::rlimit {
            rlim_cur: soft.min(old.rlim_max),
            rlim_max: old.rlim_max,
        };
        prlimit(pid, Some(&new), None)?;
        Ok(old.rlim_cur)
    }

    fn prlimit(
        pid: u32,
        new: Option<&libc::rlimit>,
        old: Option<&mut libc::rlimit>,
    ) -> io::Result<()> {
        let new = new.map_or(std::ptr::null(), std::ptr::from_ref);
        let old = old.map_or(std::ptr::null_mut(), std::ptr::from_mut);
        // SAFETY: both pointers are null or point to an `rlimit` that outlives the call.
        let result = unsafe { libc::prlimit(pid as libc::pid_t, libc::RLIMIT_NOFILE, new, old) };
        if result == 0 {
            Ok(())
        } else {
            Err(io::Error::last_os_error())
        }
    }
}
