//! What a program's process does to itself between its fork and its exec, step by step. Everything here is prepared before, so that the
//! child of a process with many threads makes system calls and nothing else.

use crate::files;
use crate::files::Files;
use crate::room::SCRATCH;
use crate::room::STOPOVER;
use crate::room::STUDENT;
use crate::room::TMP;
use nix::mount::MsFlags;
use nix::sched::CloneFlags;
use nix::sys::resource::Resource;
use seccompiler::BpfProgram;
use std::ffi::CStr;
use std::ffi::CString;
use std::io;
use std::os::fd::RawFd;
use std::path::Path;
use std::sync::atomic::AtomicI32;
use std::sync::atomic::Ordering;

/// Everything that the steps need.
pub(crate) struct Steps {
    /// The size of `/tmp`, as the kernel wants to be told.
    pub(crate) tmp: CString,
    /// The check's folder, where it has one.
    pub(crate) folder: Option<CString>,
    /// Are we in a cell? Otherwise there are no namespaces, and the steps that need them are left out.
    pub(crate) in_cell: bool,
    /// The user to become; `None` where there is no other.
    pub(crate) user: Option<u32>,
    /// The maps of the user namespace in which the program will be.
    pub(crate) uid_map: Vec<u8>,
    pub(crate) gid_map: Vec<u8>,
    /// Processes and threads of all programs of the cell together.
    pub(crate) cell_processes: u64,
    pub(crate) limits: Vec<(Resource, u64)>,
    /// The files that it may use, where the kernel has Landlock.
    pub(crate) files: Option<Files>,
    /// The pipe that takes the name of a step that fails.
    pub(crate) tell: RawFd,
    pub(crate) filters: Vec<BpfProgram>,
}

/// Where a failing step is named, since `Command` hands over no more than its number.
static TELL: AtomicI32 = AtomicI32::new(-1);

fn at<T>(step: &'static str, result: nix::Result<T>) -> io::Result<T> {
    result.map_err(|error| {
        let tell = TELL.load(Ordering::Relaxed);
        // SAFETY: the bytes live as long as the call. That it may fail changes nothing.
        unsafe { libc::write(tell, step.as_ptr().cast(), step.len()) };
        error.into()
    })
}

impl Steps {
    /// Puts up the walls around this process, which has just been forked and has a single thread.
    pub(crate) fn take(&self) -> io::Result<()> {
        // A copy of the parent's, in this process alone.
        TELL.store(self.tell, Ordering::Relaxed);
        at("begin a session", nix::unistd::setsid())?;
        // Where memory is short, the program goes first.
        let _ = write_file(c"/proc/self/oom_score_adj", b"1000");
        nix::sys::stat::umask(nix::sys::stat::Mode::from_bits_truncate(0o022));
        if self.in_cell {
            self.mount()?;
        }
        if let Some(user) = self.user {
            become_user(user)?;
        }
        if self.in_cell {
            // A process that has changed its user belongs to root, as far as its own files in /proc go.
            at("own its files", nix::sys::prctl::set_dumpable(true))?;
            // The kernel notes the limit that holds now with the new namespace, and counts in it, for whoever has made it, what all namespaces
            // of the same maker hold.
            let most = self.cell_processes;
            let limited = nix::sys::resource::setrlimit(Resource::RLIMIT_NPROC, most, most);
            at("be limited with the cell's others", limited)?;
            at(
                "leave the cell's users",
                nix::sched::unshare(CloneFlags::CLONE_NEWUSER),
            )?;
            let _ = write_file(c"/proc/self/setgroups", b"deny");
            at(
                "be mapped",
                write_file(c"/proc/self/uid_map", &self.uid_map),
            )?;
            at(
                "be mapped",
                write_file(c"/proc/self/gid_map", &self.gid_map),
            )?;
        }
        for (resource, most) in &self.limits {
            let limited = nix::sys::resource::setrlimit(*resource, *most, *most);
            at("be limited", limited)?;
        }
        at(
            "give up what exec could give",
            nix::sys::prctl::set_no_new_privs(),
        )?;
        give_up_capabilities()?;
        if let Some(files) = &self.files {
            // Not before the mounts: a rule is about the file that has a name when the rule is made. This allocates memory, which the C
            // library allows after a fork.
            let rules = files::rules(files).map_err(|_| nix::errno::Errno::EPERM);
            let rules = at("describe its files", rules)?;
            let restricted = rules.restrict_self().map_err(|_| nix::errno::Errno::EPERM);
            at("be restricted to its files", restricted)?;
        }
        // SAFETY: what is open above 2 is ours and must not reach the program; it closes with the exec.
        let closed = unsafe {
            libc::close_range(
                3,
                libc::c_uint::MAX,
                libc::CLOSE_RANGE_CLOEXEC as libc::c_int,
            )
        };
        at("close our descriptors", nix::errno::Errno::result(closed))?;
        for filter in &self.filters {
            let applied = seccompiler::apply_filter(filter).map_err(|_| nix::errno::Errno::EPERM);
            at("be filtered", applied)?;
        }
        Ok(())
    }

    /// The program's own view of the cell: its processes, an empty `/tmp`, and of the checks' folders its own.
    fn mount(&self) -> io::Result<()> {
        let none = None::<&CStr>;
        let plain = MsFlags::MS_NOSUID | MsFlags::MS_NODEV;
        at(
            "have mounts of its own",
            nix::sched::unshare(CloneFlags::CLONE_NEWNS),
        )?;
        let hidden = Some(c"hidepid=invisible");
        let proc = nix::mount::mount(
            Some(c"proc"),
            c"/proc",
            Some(c"proc"),
            plain | MsFlags::MS_NOEXEC,
            hidden,
        );
        at("see its own processes", proc)?;
        let tmp = Some(self.tmp.as_c_str());
        let mounted = nix::mount::mount(Some(c"cell"), TMP, Some("tmpfs"), plain, tmp);
        at("have an empty /tmp", mounted)?;
        let Some(folder) = &self.folder else {
            let nothing = Some("size=4k,nr_inodes=2,mode=555");
            let mounted = nix::mount::mount(Some("cell"), SCRATCH, Some("tmpfs"), plain, nothing);
            return at("see no folder of a check", mounted);
        };
        let bound = nix::mount::mount(
            Some(folder.as_c_str()),
            STOPOVER,
            none,
            MsFlags::MS_BIND,
            none,
        );
        at("keep its check's folder", bound)?;
        let some = Some("size=4k,nr_inodes=4,mode=555");
        let mounted = nix::mount::mount(Some("cell"), SCRATCH, Some("tmpfs"), plain, some);
        at("see no other folder", mounted)?;
        let made = nix::unistd::mkdir(folder.as_c_str(), nix::sys::stat::Mode::S_IRWXU);
        at("have its check's folder", made)?;
        let moved = nix::mount::mount(
            Some(STOPOVER),
            folder.as_c_str(),
            none,
            MsFlags::MS_MOVE,
            none,
        );
        at("have its check's folder", moved)
    }
}

/// Without the C library's own functions, which would tell threads that this process does not have.
fn become_user(user: u32) -> io::Result<()> {
    // SAFETY: the calls take numbers, and an empty list of groups.
    let results = unsafe {
        [
            libc::syscall(libc::SYS_setgroups, 0, std::ptr::null::<libc::gid_t>()),
            libc::syscall(libc::SYS_setresgid, user, user, user),
            libc::syscall(libc::SYS_setresuid, user, user, user),
        ]
    };
    for result in results {
        at("become another user", nix::errno::Errno::result(result))?;
    }
    Ok(())
}

/// Everything that root of a namespace could do, and the chance to get it back.
fn give_up_capabilities() -> io::Result<()> {
    /// From linux/capability.h: the third version of the call, which takes two halves of each set.
    #[repr(C)]
    struct Header {
        version: u32,
        pid: i32,
    }
    const VERSION: u32 = 0x2008_0522;
    /// More than there are; the first number that the kernel does not know ends the loop.
    const MOST: libc::c_ulong = 64;
    for capability in 0..MOST {
        // SAFETY: the call takes numbers.
        if unsafe { libc::prctl(libc::PR_CAPBSET_DROP, capability, 0, 0, 0) } != 0 {
            break;
        }
    }
    // SAFETY: the call takes numbers.
    unsafe {
        libc::prctl(
            libc::PR_CAP_AMBIENT,
            libc::PR_CAP_AMBIENT_CLEAR_ALL,
            0,
            0,
            0,
        )
    };
    let header = Header {
        version: VERSION,
        pid: 0,
    };
    let nothing = [0_u32; 6];
    // SAFETY: the header and the two times three words have the layout of version 3, and live as long as the call.
    let result = unsafe { libc::syscall(libc::SYS_capset, &raw const header, nothing.as_ptr()) };
    at(
        "give up its capabilities",
        nix::errno::Errno::result(result),
    )
    .map(drop)
}

/// Writes a small file at once, without allocating anything.
fn write_file(path: &CStr, content: &[u8]) -> nix::Result<()> {
    // SAFETY: the path ends in a zero byte, the bytes live as long as the calls, and the descriptor is ours alone.
    unsafe {
        let descriptor = libc::open(path.as_ptr(), libc::O_WRONLY | libc::O_CLOEXEC);
        nix::errno::Errno::result(descriptor)?;
        let written = libc::write(descriptor, content.as_ptr().cast(), content.len());
        let result = nix::errno::Errno::result(written).map(drop);
        libc::close(descriptor);
        result
    }
}

/// The check's folder as the kernel is told; `None` where it is none of the cell's.
pub(crate) fn folder(path: Option<&Path>) -> Option<CString> {
    use std::os::unix::ffi::OsStrExt;
    let path = path.filter(|path| path.starts_with(SCRATCH))?;
    CString::new(path.as_os_str().as_bytes()).ok()
}

/// The maps of a program's own user namespace: it is the student, whoever it was before.
pub(crate) fn map(before: u32) -> Vec<u8> {
    format!("{STUDENT} {before} 1").into_bytes()
}
