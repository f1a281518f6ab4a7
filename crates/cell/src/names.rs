//! Names of our own: an `/etc` in which other files stand where the resolver looks, and a host name for one program. Everything
//! here works in a private network only, and refuses to touch the machine's own.

use std::io;
use std::process::Command;

/// Gives the private network an `/etc` of its own, in which each of `files` (a name and a content) stands instead of the machine's
/// file of that name, and everything else is a link to the machine's own. It cannot be written; nor can what the links lead to,
/// where the kernel knows how (Linux 5.12).
///
/// # Errors
/// Where this process is in no private network; otherwise the step that the system refused. The machine's `/etc` is untouched
/// in any case.
pub fn replace_in_etc(files: &[(&str, &str)]) -> Result<(), String> {
    require_private().map_err(|error| error.to_string())?;
    #[cfg(target_os = "linux")]
    return linux::replace_in_etc(files);
    #[cfg(not(target_os = "linux"))]
    {
        let _ = files;
        Ok(())
    }
}

/// Lets the program that `command` will start believe that the machine has this name. The machine and all other programs keep
/// theirs.
///
/// # Errors
/// Where this process is in no private network. What the system refuses later is an error of the start.
pub fn start_with_hostname(command: &mut Command, hostname: &str) -> io::Result<()> {
    require_private()?;
    #[cfg(target_os = "linux")]
    linux::start_with_hostname(command, hostname);
    #[cfg(not(target_os = "linux"))]
    let _ = (command, hostname);
    Ok(())
}

fn require_private() -> io::Result<()> {
    if crate::is_private() {
        return Ok(());
    }
    let reason = "there is no private network";
    Err(io::Error::new(io::ErrorKind::Unsupported, reason))
}

#[cfg(target_os = "linux")]
mod linux {
    use nix::mount::MsFlags;
    use std::fs;
    use std::fs::File;
    use std::io;
    use std::os::fd::AsRawFd;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::process::CommandExt;
    use std::path::Path;
    use std::process::Command;

    /// Where the machine's own files are, in our `/etc`.
    const MACHINE: &str = ".machine";

    /// Puts an empty file system over `/etc`, and into it our files, and links to all the others.
    ///
    /// Single files could not be covered for long: where the machine replaces its own by renaming (as everything that writes
    /// resolv.conf does), the kernel takes the cover away, in our namespace too.
    pub(super) fn replace_in_etc(files: &[(&str, &str)]) -> Result<(), String> {
        let refused = |what: &str, error: &dyn std::fmt::Display| {
            format!("the system refuses an /etc of our own: {what}: {error}")
        };
        let etc = Path::new("/etc");
        let machine = etc.join(MACHINE);
        // Held open: it can still be named once it is covered.
        let before = File::open(etc).map_err(|error| refused("failed to open it", &error))?;
        let flags = MsFlags::MS_NOSUID | MsFlags::MS_NODEV;
        let options = Some("mode=755,size=1m");
        nix::mount::mount(Some("loopback"), etc, Some("tmpfs"), flags, options)
            .map_err(|error| refused("failed to cover it", &error))?;
        let fill = || -> io::Result<()> {
            fs::create_dir(&machine)?;
            let covered = format!("/proc/self/fd/{}", before.as_raw_fd());
            // With everything that is mounted below: a single one that stays behind would be a refusal.
            let flags = MsFlags::MS_BIND | MsFlags::MS_REC;
            nix::mount::mount(
                Some(covered.as_str()),
                &machine,
                None::<&str>,
                flags,
                None::<&str>,
            )?;
            // What is mounted below includes our own cover, which then lies over the machine's files once more.
            if machine.join(MACHINE).exists() {
                nix::mount::umount2(&machine, nix::mount::MntFlags::MNT_DETACH)?;
            }
            protect_all(&machine);
            for (name, content) in files {
                fs::write(etc.join(name), content)?;
            }
            link_all(&machine, etc)?;
            let read_only = flags | MsFlags::MS_REMOUNT | MsFlags::MS_BIND | MsFlags::MS_RDONLY;
            nix::mount::mount(None::<&str>, etc, None::<&str>, read_only, None::<&str>)?;
            silence_cache()
        };
        fill().map_err(|error| {
            // Half an /etc is worse than none of ours.
            let _ = nix::mount::umount2(etc, nix::mount::MntFlags::MNT_DETACH);
            refused("failed to fill it", &error)
        })
    }

    /// Makes a mount and all below it read-only. An older kernel cannot; then the machine's files are as safe as everywhere else.
    fn protect_all(folder: &Path) {
        /// From linux/mount.h: `struct mount_attr`, and the one attribute that is set.
        const MOUNT_ATTR_RDONLY: u64 = 1;
        let attributes: [u64; 4] = [MOUNT_ATTR_RDONLY, 0, 0, 0];
        let Ok(path) = std::ffi::CString::new(folder.as_os_str().as_bytes()) else {
            return;
        };
        // SAFETY: the path ends in a zero byte, and the attributes are as long as the call is told.
        unsafe {
            libc::syscall(
                libc::SYS_mount_setattr,
                libc::AT_FDCWD,
                path.as_ptr(),
                libc::AT_RECURSIVE,
                attributes.as_ptr(),
                size_of_val(&attributes),
            );
        }
    }

    /// Links everything that `machine` has and `etc` has not.
    fn link_all(machine: &Path, etc: &Path) -> io::Result<()> {
        for entry in fs::read_dir(machine)? {
            let entry = entry?;
            let here = etc.join(entry.file_name());
            if here.symlink_metadata().is_ok() {
                continue;
            }
            // A link's target may be relative, and means the same only from the same place.
            let target = if entry.file_type()?.is_symlink() {
                fs::read_link(entry.path())?
            } else {
                Path::new(MACHINE).join(entry.file_name())
            };
            symlink(target, here)?;
        }
        Ok(())
    }

    /// The name service cache would answer for the machine, over a Unix-domain socket that no network namespace stops.
    fn silence_cache() -> io::Result<()> {
        for folder in ["/run/nscd", "/var/run/nscd"] {
            if Path::new(folder).is_dir() {
                let flags = MsFlags::MS_NOSUID | MsFlags::MS_NODEV;
                let mounted =
                    nix::mount::mount(Some("loopback"), folder, Some("tmpfs"), flags, None::<&str>);
                mounted?;
            }
        }
        Ok(())
    }

    pub(super) fn start_with_hostname(command: &mut Command, hostname: &str) {
        let hostname = hostname.to_owned();
        let rename = move || {
            nix::sched::unshare(nix::sched::CloneFlags::CLONE_NEWUTS)?;
            // SAFETY: the pointer and the length are those of a string that lives as long as the closure.
            let result = unsafe { libc::sethostname(hostname.as_ptr().cast(), hostname.len()) };
            if result == 0 {
                Ok(())
            } else {
                Err(io::Error::last_os_error())
            }
        };
        // SAFETY: between fork and exec, the closure makes two system calls, allocates nothing, and takes no lock.
        unsafe {
            command.pre_exec(rename);
        }
    }
}
