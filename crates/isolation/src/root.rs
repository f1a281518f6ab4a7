//! The cell's file system: an empty one in memory, in which the system's programs and libraries, a few devices and what the room shows
//! have a place. Nothing else of the machine is there.

use crate::room::Room;
use crate::room::SCRATCH;
use crate::room::STOPOVER;
use crate::room::Shown;
use crate::room::TMP;
use crate::room::UNLISTED;
use crate::room::UNLISTED_FILE;
use nix::fcntl::OFlag;
use nix::mount::MntFlags;
use nix::mount::MsFlags;
use nix::sys::stat::Mode;
use std::ffi::CString;
use std::fs;
use std::os::fd::AsRawFd;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::fs::symlink;
use std::path::Path;

/// The folders of the system that programs and their libraries come from.
const SYSTEM: [&str; 6] = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64"];
const DEVICES: [&str; 5] = ["null", "zero", "full", "random", "urandom"];
/// Read by the loader, and by the linker's choice of programs.
const COPIED: [&str; 2] = ["ld.so.cache", "localtime"];
/// Who there is in a cell.
const PASSWD: &str = "root:x:0:0:root:/:/bin/sh\nstudent:x:1000:1000:student:/tmp:/bin/sh\n";
const GROUP: &str = "root:x:0:\nstudent:x:1000:\n";
/// The new root while it is being built: a folder that every Linux has, and that nobody needs meanwhile.
const SITE: &str = "/tmp";
/// In memory: the tree itself, and the checks' folders with what programs leave there.
const ROOT_SIZE: &str = "size=4m,nr_inodes=4k,mode=755";
const SCRATCH_SIZE: &str = "size=64m,nr_inodes=8k,mode=711";
const TMP_SIZE: &str = "size=256m,nr_inodes=8k,mode=1777";

/// From linux/mount.h: what a mount may not be used for.
const READ_ONLY: u64 = 1;
const NO_SUID: u64 = 2;
const NO_DEVICES: u64 = 4;

/// A path of the machine that was opened before anything was covered.
struct Opened {
    descriptor: OwnedFd,
    to: std::path::PathBuf,
    writable: bool,
    is_folder: bool,
}

/// Opens everything that will be shown: after this, any folder may be covered.
fn open_all(room: &Room) -> Result<Vec<Opened>, String> {
    let system = SYSTEM.iter().filter_map(|folder| {
        let is_own = Path::new(folder)
            .symlink_metadata()
            .is_ok_and(|found| found.is_dir());
        is_own.then(|| Shown {
            from: folder.into(),
            to: folder.into(),
            writable: false,
        })
    });
    // The choice of a linker, a compiler … among several is a link in here.
    let alternatives = Path::new("/etc/alternatives");
    let alternatives = alternatives.is_dir().then(|| Shown {
        from: alternatives.into(),
        to: alternatives.into(),
        writable: false,
    });
    let all = system.chain(alternatives).chain(room.shown.iter().cloned());
    all.map(|shown| open(&shown)).collect()
}

fn open(shown: &Shown) -> Result<Opened, String> {
    let failed = |error: &dyn std::fmt::Display| {
        format!(
            "failed to show {} in the cell: {error}",
            shown.from.display()
        )
    };
    let flags = OFlag::O_PATH | OFlag::O_CLOEXEC;
    let descriptor = nix::fcntl::open(&shown.from, flags, Mode::empty())
        .map_err(|error| failed(&error.desc()))?;
    let found = fs::metadata(&shown.from).map_err(|error| failed(&error))?;
    Ok(Opened {
        descriptor,
        to: shown.to.clone(),
        writable: shown.writable,
        is_folder: found.is_dir(),
    })
}

/// Builds the tree and makes it this process's root. Called as the first process of the cell.
pub(crate) fn build(room: &Room, etc: &[(&str, &str)]) -> Result<(), String> {
    let none = None::<&str>;
    let said = |what: &'static str| {
        move |error: nix::errno::Errno| format!("failed to {what}: {}", error.desc())
    };
    nix::mount::mount(none, "/", none, MsFlags::MS_REC | MsFlags::MS_PRIVATE, none)
        .map_err(said("make the mounts private"))?;
    let opened = open_all(room)?;
    let plain = MsFlags::MS_NOSUID | MsFlags::MS_NODEV;
    nix::mount::mount(Some("cell"), SITE, Some("tmpfs"), plain, Some(ROOT_SIZE))
        .map_err(said("make a file system in memory"))?;
    let site = Path::new(SITE);
    for shown in &opened {
        show(shown, site)?;
    }
    furnish(site, etc).map_err(|error| format!("failed to furnish the cell: {error}"))?;
    for (folder, size) in [(SCRATCH, SCRATCH_SIZE), (TMP, TMP_SIZE)] {
        nix::mount::mount(
            Some("cell"),
            &inside(site, folder),
            Some("tmpfs"),
            plain,
            Some(size),
        )
        .map_err(said("make a file system in memory"))?;
    }
    // A new one, in which only the cell's processes are. The kernel refuses where parts of the old one are covered.
    nix::mount::mount(
        Some("proc"),
        &inside(site, "/proc"),
        Some("proc"),
        plain | MsFlags::MS_NOEXEC,
        none,
    )
    .map_err(said("mount /proc"))?;
    nix::unistd::chdir(site).map_err(said("enter the new root"))?;
    // The old root lies over the new one for a moment, and is taken away from there: no folder is needed for it.
    nix::unistd::pivot_root(".", ".").map_err(said("change the root"))?;
    nix::mount::umount2(".", MntFlags::MNT_DETACH).map_err(said("let go of the old root"))?;
    nix::unistd::chdir("/").map_err(said("enter the new root"))?;
    protect(Path::new("/"), READ_ONLY, false).map_err(said("protect the root"))
}

/// The machine's file or folder at its place in the new tree.
fn show(shown: &Opened, site: &Path) -> Result<(), String> {
    let failed = |error: &dyn std::fmt::Display| {
        format!("failed to show {} in the cell: {error}", shown.to.display())
    };
    let place = inside(site, &shown.to.to_string_lossy());
    let made = if shown.is_folder {
        fs::create_dir_all(&place)
    } else {
        let parent = place.parent().map_or(Ok(()), fs::create_dir_all);
        parent.and_then(|()| fs::write(&place, ""))
    };
    made.map_err(|error| failed(&error))?;
    let from = format!("/proc/self/fd/{}", shown.descriptor.as_raw_fd());
    let flags = MsFlags::MS_BIND | MsFlags::MS_REC;
    nix::mount::mount(
        Some(from.as_str()),
        &place,
        None::<&str>,
        flags,
        None::<&str>,
    )
    .map_err(|error| failed(&error.desc()))?;
    let attributes = if shown.writable {
        NO_SUID | NO_DEVICES
    } else {
        READ_ONLY | NO_SUID | NO_DEVICES
    };
    protect(&place, attributes, true).map_err(|error| failed(&error.desc()))
}

/// What is not the machine's: devices, `/etc`, empty folders.
fn furnish(site: &Path, etc: &[(&str, &str)]) -> std::io::Result<()> {
    for folder in ["/etc", "/dev", "/proc", SCRATCH, TMP, STOPOVER, UNLISTED] {
        fs::create_dir_all(inside(site, folder))?;
    }
    fs::write(inside(site, UNLISTED_FILE), "")?;
    // On most systems these are links into /usr.
    for folder in SYSTEM {
        if let Ok(target) = fs::read_link(folder) {
            symlink(target, inside(site, folder))?;
        }
    }
    for device in DEVICES {
        let place = inside(site, &format!("/dev/{device}"));
        fs::write(&place, "")?;
        let from = format!("/dev/{device}");
        nix::mount::mount(
            Some(from.as_str()),
            &place,
            None::<&str>,
            MsFlags::MS_BIND,
            None::<&str>,
        )?;
    }
    for (name, target) in [
        ("fd", "fd"),
        ("stdin", "fd/0"),
        ("stdout", "fd/1"),
        ("stderr", "fd/2"),
    ] {
        symlink(
            format!("/proc/self/{target}"),
            inside(site, &format!("/dev/{name}")),
        )?;
    }
    for name in COPIED {
        if let Ok(content) = fs::read(format!("/etc/{name}")) {
            fs::write(inside(site, &format!("/etc/{name}")), content)?;
        }
    }
    let ours = [("passwd", PASSWD), ("group", GROUP)];
    for (name, content) in ours.iter().chain(etc) {
        fs::write(inside(site, &format!("/etc/{name}")), content)?;
    }
    let closed = fs::Permissions::from_mode(0o755);
    fs::set_permissions(inside(site, UNLISTED), closed)
}

/// Gives a mount these attributes: alone, or with all that is mounted below it.
fn protect(place: &Path, attributes: u64, with_all_below: bool) -> nix::Result<()> {
    // `struct mount_attr` of linux/mount.h.
    let attributes: [u64; 4] = [attributes, 0, 0, 0];
    let path = CString::new(place.as_os_str().as_bytes()).map_err(|_| nix::errno::Errno::EINVAL)?;
    // SAFETY: the path ends in a zero byte, and the attributes are as long as the call is told.
    let result = unsafe {
        libc::syscall(
            libc::SYS_mount_setattr,
            libc::AT_FDCWD,
            path.as_ptr(),
            if with_all_below {
                libc::AT_RECURSIVE
            } else {
                0
            },
            attributes.as_ptr(),
            size_of_val(&attributes),
        )
    };
    nix::errno::Errno::result(result).map(drop)
}

/// Where an absolute path of the cell is while the root is being built.
fn inside(site: &Path, path: &str) -> std::path::PathBuf {
    site.join(path.trim_start_matches('/'))
}
