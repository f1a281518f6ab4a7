//! The walls around one program of a cell, and who watches over it.
//!
//! A program gets a process namespace of its own, whose first process is a keeper of ours: it does nothing, and its end is the end of
//! everything in there. The program itself is the second process, and still our child: we see how it ends, and can stop it and look at it.

use crate::files;
use crate::files::Files;
use crate::filter;
use crate::memory::Watch;
use crate::room::STUDENT;
use crate::steps;
use crate::steps::Steps;
use grader::Confined;
use grader::Confinement;
use grader::Keeper;
use nix::mount::MntFlags;
use nix::mount::MsFlags;
use nix::sched::CloneFlags;
use nix::sys::resource::Resource;
use nix::sys::signal::Signal;
use nix::unistd::Pid;
use seccompiler::BpfProgram;
use std::ffi::CString;
use std::io;
use std::io::Read;
use std::os::fd::AsRawFd;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Command;
use std::sync::Arc;

/// What programs may use. All of it is far above what a correct program of the course needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Processes and threads of one program.
    pub processes: u64,
    /// Processes and threads of all programs of the cell together: the machine's numbers for them are everybody's, other cells' too.
    pub cell_processes: u64,
    /// Bytes of one file.
    pub file_bytes: u64,
    /// Bytes of all files in a program's `/tmp`.
    pub tmp_bytes: u64,
    /// Bytes in memory of all programs of the cell together.
    pub memory_bytes: u64,
    /// Bytes of addresses of one process; `None` for any number.
    pub address_bytes: Option<u64>,
}

const MIB: u64 = 1024 * 1024;
/// The size of a check's folder. Programs write there, and must not fill what the other checks need.
const FOLDER: &str = "size=16m,nr_inodes=512,mode=700";

impl Limits {
    /// For a student's program. A thread for each of a thousand clients is allowed, with the addresses for its stack.
    pub const PROGRAM: Limits = Limits {
        processes: 1500,
        cell_processes: 6000,
        file_bytes: 16 * MIB,
        tmp_bytes: 16 * MIB,
        memory_bytes: 1024 * MIB,
        address_bytes: None,
    };

    /// For the compiler and the linker.
    pub const COMPILER: Limits = Limits {
        processes: 200,
        cell_processes: 400,
        file_bytes: 256 * MIB,
        tmp_bytes: 256 * MIB,
        memory_bytes: 3 * 1024 * MIB,
        address_bytes: Some(3 * 1024 * MIB),
    };
}

/// Starts programs behind walls.
#[derive(Debug)]
pub struct Walls {
    in_cell: bool,
    /// The user to become.
    user: Option<u32>,
    limits: Limits,
    files: Option<Files>,
    filters: Vec<BpfProgram>,
    watch: Arc<Watch>,
}

impl Walls {
    /// For a process that [`crate::enter()`] has put into a cell. `has_own_user` says whether the room gave its programs one; `started` and
    /// `changed` are the files and folders of the room that programs may start and change.
    ///
    /// # Errors
    /// Where this kernel has no filter of system calls that we know.
    pub fn in_cell(
        has_own_user: bool,
        limits: Limits,
        started: Vec<PathBuf>,
        changed: Vec<PathBuf>,
    ) -> Result<Walls, String> {
        let files = (files::version() > 0).then(|| Files {
            started,
            read: Vec::new(),
            changed: std::iter::once(crate::room::TMP.into())
                .chain(changed)
                .collect(),
        });
        Ok(Walls {
            in_cell: true,
            user: has_own_user.then_some(STUDENT),
            limits,
            files,
            filters: filter::filters()?,
            watch: Watch::start(limits.memory_bytes),
        })
    }

    /// What is left where there is no cell: no privileges, few resources, no dangerous system calls, and of the files only `started` and
    /// `changed` besides the system's. The network is the machine's.
    ///
    /// # Errors
    /// As [`Walls::in_cell`].
    pub fn without_cell(
        limits: Limits,
        started: Vec<PathBuf>,
        changed: Vec<PathBuf>,
    ) -> Result<Walls, String> {
        Ok(Walls {
            in_cell: false,
            user: None,
            ..Walls::in_cell(false, limits, started, changed)?
        })
    }

    /// The version of Landlock's interface; 0 for none.
    pub fn landlock(&self) -> u32 {
        files::version()
    }

    /// Is it a check's folder in the cell?
    fn has(&self, folder: &Path) -> bool {
        self.in_cell && steps::folder(Some(folder)).is_some()
    }

    fn steps(&self, folder: Option<&Path>, tell: &impl AsRawFd) -> io::Result<Steps> {
        let infinity = nix::libc::RLIM_INFINITY;
        let limits = vec![
            (Resource::RLIMIT_NPROC, self.limits.processes),
            (Resource::RLIMIT_FSIZE, self.limits.file_bytes),
            // Not 0, which a system that hands crashes to a program of its own does not look at; 1 stops both kinds.
            (Resource::RLIMIT_CORE, 1),
            (Resource::RLIMIT_MSGQUEUE, 0),
            (
                Resource::RLIMIT_AS,
                self.limits.address_bytes.unwrap_or(infinity),
            ),
        ];
        let size = format!("size={},nr_inodes=8k,mode=1777", self.limits.tmp_bytes);
        let before = self.user.unwrap_or(0);
        Ok(Steps {
            tmp: CString::new(size)?,
            folder: steps::folder(folder),
            in_cell: self.in_cell,
            user: self.user,
            uid_map: steps::map(before),
            gid_map: steps::map(before),
            cell_processes: self.limits.cell_processes,
            limits: limits
                .into_iter()
                // Outside a cell the processes of a user are counted together, ours among them.
                .filter(|(resource, _)| self.in_cell || *resource != Resource::RLIMIT_NPROC)
                .collect(),
            files: self.files.clone().map(|mut files| {
                files.changed.extend(folder.map(Path::to_owned));
                files
            }),
            tell: tell.as_raw_fd(),
            filters: self.filters.clone(),
        })
    }

    /// Starts the program, with the name of the step that failed in an error of ours.
    fn spawn(&self, command: &mut Command, folder: Option<&Path>) -> io::Result<Child> {
        let (mut told, tell) = io::pipe()?;
        let steps = self.steps(folder, &tell)?;
        // SAFETY: between fork and exec the closure makes system calls with what was prepared before, and takes none of our locks.
        unsafe { command.pre_exec(move || steps.take()) };
        let spawned = command.spawn();
        drop(tell);
        spawned.map_err(|error| {
            let mut step = String::new();
            let _ = told.read_to_string(&mut step);
            if step.is_empty() {
                error
            } else {
                io::Error::other(format!("a program of the cell failed to {step}: {error}"))
            }
        })
    }
}

impl Confinement for Walls {
    fn start(&self, command: &mut Command, folder: Option<&Path>) -> io::Result<Confined> {
        if let (Some(folder), Some(user)) = (folder, self.user) {
            give(folder, user)?;
        }
        command
            .env("HOME", crate::room::TMP)
            .env("TMPDIR", crate::room::TMP);
        if self.in_cell {
            // Whose children are in a new process namespace is a matter of the thread that forks them.
            std::thread::scope(|scope| {
                let start = scope.spawn(|| {
                    nix::sched::unshare(CloneFlags::CLONE_NEWPID)?;
                    let keeper = FirstProcess::start()?;
                    let child = self.spawn(command, folder)?;
                    Ok((child, keeper))
                });
                start.join().unwrap_or_else(|_| {
                    Err(io::Error::other("the thread that starts programs panicked"))
                })
            })
            .map(|(child, keeper)| {
                self.watch.add(child.id(), Some(keeper.pid.as_raw() as u32));
                Confined {
                    child,
                    keeper: Box::new(keeper),
                }
            })
        } else {
            self.spawn(command, folder).map(|child| {
                self.watch.add(child.id(), None);
                Confined {
                    child,
                    keeper: Box::new(Nobody),
                }
            })
        }
    }

    fn reason(&self, pid: u32) -> Option<String> {
        self.watch.reason(pid)
    }

    fn furnish(&self, folder: &Path) -> io::Result<()> {
        if self.has(folder) {
            let plain = MsFlags::MS_NOSUID | MsFlags::MS_NODEV;
            nix::mount::mount(Some("cell"), folder, Some("tmpfs"), plain, Some(FOLDER))?;
        }
        Ok(())
    }

    fn clear(&self, folder: &Path) {
        if self.has(folder) {
            // Where it fails, the folder is not removed either, and goes with the cell.
            let _ = nix::mount::umount2(folder, MntFlags::MNT_DETACH);
        }
    }
}

/// Gives a check's folder, and what the check has put there, to the user that its program runs as.
fn give(folder: &Path, user: u32) -> io::Result<()> {
    std::os::unix::fs::lchown(folder, Some(user), Some(user))?;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let found = entry.metadata()?;
        // What a program has made is its own already; it may lie so deep that it has no path.
        if found.uid() == user {
            continue;
        }
        if found.is_dir() {
            give(&entry.path(), user)?;
        } else {
            std::os::unix::fs::lchown(entry.path(), Some(user), Some(user))?;
        }
    }
    Ok(())
}

/// The first process of a program's namespace: whoever ends it ends all the others.
#[derive(Debug)]
struct FirstProcess {
    pid: Pid,
    is_reaped: bool,
}

impl FirstProcess {
    /// Starts it as a child of this thread, whose next children are its neighbours.
    fn start() -> io::Result<FirstProcess> {
        let (mut ready, tell) = io::pipe()?;
        // SAFETY: the child of a process with many threads makes system calls only, and never returns.
        match unsafe { libc::fork() } {
            -1 => Err(io::Error::last_os_error()),
            0 => keep(tell.as_raw_fd()),
            pid => {
                let keeper = FirstProcess {
                    pid: Pid::from_raw(pid),
                    is_reaped: false,
                };
                drop(tell);
                // From here on it holds no copy of our descriptors, and nobody can look into its memory, which is a copy of ours.
                ready.read_exact(&mut [0])?;
                Ok(keeper)
            }
        }
    }
}

/// All that the first process does.
fn keep(tell: libc::c_int) -> ! {
    // SAFETY: system calls on numbers and on a byte that lives as long as the call.
    unsafe {
        libc::setsid();
        libc::prctl(libc::PR_SET_DUMPABLE, 0, 0, 0, 0);
        libc::prctl(libc::PR_SET_NAME, c"keeper".as_ptr());
        // What ends in here needs nobody who waits for it.
        libc::signal(libc::SIGCHLD, libc::SIG_IGN);
        let before = libc::c_uint::try_from(tell - 1).unwrap_or(0);
        libc::close_range(0, before, 0);
        libc::close_range(before + 2, libc::c_uint::MAX, 0);
        libc::write(tell, b"!".as_ptr().cast(), 1);
        libc::close(tell);
        loop {
            libc::pause();
        }
    }
}

impl Keeper for FirstProcess {
    fn pid(&self) -> Option<u32> {
        u32::try_from(self.pid.as_raw()).ok()
    }

    fn end(&mut self) {
        if !self.is_reaped {
            let _ = nix::sys::signal::kill(self.pid, Signal::SIGKILL);
        }
    }

    fn wait(&mut self) {
        // It has been ended; the kernel lets it go once everything else in its namespace has gone.
        while !self.is_reaped {
            let waited = nix::sys::wait::waitpid(self.pid, None);
            self.is_reaped = waited != Err(nix::errno::Errno::EINTR);
        }
    }
}

impl Drop for FirstProcess {
    fn drop(&mut self) {
        self.end();
        self.wait();
    }
}

/// Where there are no namespaces, the grader itself goes after what a program has started.
#[derive(Debug)]
struct Nobody;

impl Keeper for Nobody {
    fn pid(&self) -> Option<u32> {
        None
    }

    fn end(&mut self) {}

    fn wait(&mut self) {}
}
