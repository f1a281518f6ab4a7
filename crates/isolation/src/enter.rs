//! The way into a cell: the namespaces, whose users are who in them, and the first process.

use crate::room::Room;
use crate::room::STUDENT;
use crate::root;
use nix::sched::CloneFlags;
use nix::sys::signal::Signal;
use nix::sys::wait::WaitStatus;
use nix::unistd::ForkResult;
use nix::unistd::Pid;
use std::fs;
use std::io::Read;
use std::io::Write;

/// Puts the caller into a cell: what returns is a new process, the first one of the cell. The process that has called waits for it and ends
/// with its status; it never returns from here.
///
/// Must be called while the process has a single thread. `etc` are the files of the cell's `/etc`.
///
/// # Errors
/// The step that the system refuses. The caller is then in no state to go on in, but to say so.
pub fn enter(room: &Room, etc: &[(&str, &str)]) -> Result<(), String> {
    let maps = Maps::prepare(room.outside_uid)?;
    let flags = CloneFlags::CLONE_NEWUSER
        | CloneFlags::CLONE_NEWNET
        | CloneFlags::CLONE_NEWNS
        | CloneFlags::CLONE_NEWPID
        | CloneFlags::CLONE_NEWIPC
        | CloneFlags::CLONE_NEWUTS
        | CloneFlags::CLONE_NEWCGROUP;
    nix::sched::unshare(flags).map_err(|error| {
        let why = match error {
            // The kernel's own text, "no space left on device", would send people to their disks.
            nix::errno::Errno::ENOSPC => "its limit for them is reached, or zero",
            error => error.desc(),
        };
        format!("the system refuses new namespaces: {why}")
    })?;
    maps.write()?;
    // SAFETY: the caller promises a single thread, so the child may run any code: no lock can be held by a thread that does not
    // exist in it.
    match unsafe { nix::unistd::fork() } {
        Err(error) => Err(format!("failed to start the cell's first process: {error}")),
        Ok(ForkResult::Parent { child }) => stay_outside(child),
        Ok(ForkResult::Child) => {
            // Whoever ends the process outside, in whatever way, has ended the cell.
            nix::sys::prctl::set_pdeathsig(Signal::SIGKILL)
                .map_err(|error| format!("failed to tie the cell to its parent: {error}"))?;
            // A signal to the group of the first process must not reach the grader's.
            nix::unistd::setsid()
                .map_err(|error| format!("failed to leave the session: {error}"))?;
            root::build(room, etc)?;
            cell::prepare_network()?;
            Ok(())
        }
    }
}

/// Waits for the cell's first process, and ends as it has ended.
fn stay_outside(child: Pid) -> ! {
    // Only the process inside may hold the pipes, so that their end is its end.
    // SAFETY: nothing in this process uses a descriptor any more.
    unsafe { libc::close_range(0, libc::c_uint::MAX, 0) };
    let status = loop {
        match nix::sys::wait::waitpid(child, None) {
            Ok(WaitStatus::Exited(_, status)) => break status,
            Err(nix::errno::Errno::EINTR) => {}
            Ok(WaitStatus::Signaled(_, signal, _)) => break 128 + signal as i32,
            _ => break 255,
        }
    };
    // SAFETY: `_exit` ends this process without running what its child has run already.
    unsafe { libc::_exit(status) }
}

/// Who is who in the cell: its root is whoever has started us, and where that is root, programs get a user of their own.
enum Maps {
    /// An ordinary user may map only itself, and writes its own map.
    Own { uid: u32, gid: u32 },
    /// Root may map others, but only from outside: a child that stays outside writes the maps.
    Two {
        child: Pid,
        go: std::io::PipeWriter,
        done: std::io::PipeReader,
    },
}

impl Maps {
    fn prepare(outside_uid: Option<u32>) -> Result<Maps, String> {
        let (uid, gid) = (
            nix::unistd::geteuid().as_raw(),
            nix::unistd::getegid().as_raw(),
        );
        let Some(student) = outside_uid else {
            return Ok(Maps::Own { uid, gid });
        };
        let pipes = || std::io::pipe().map_err(|error| format!("failed to make a pipe: {error}"));
        let (mut going, go) = pipes()?;
        let (done, mut tell) = pipes()?;
        // SAFETY: single-threaded, as `enter` demands.
        match unsafe { nix::unistd::fork() } {
            Err(error) => Err(format!("failed to fork: {error}")),
            Ok(ForkResult::Child) => {
                drop(go);
                if going.read_exact(&mut [0]).is_ok() {
                    let parent = nix::unistd::getppid().as_raw();
                    let write = |kind: &str, own: u32| {
                        let map = format!("0 {own} 1\n{STUDENT} {student} 1\n");
                        fs::write(format!("/proc/{parent}/{kind}"), map)
                    };
                    let written = write("uid_map", uid).and_then(|()| write("gid_map", gid));
                    let text = written.map_or_else(|error| error.to_string(), |()| "ok".to_owned());
                    let _ = tell.write_all(text.as_bytes());
                }
                // SAFETY: `_exit` ends the child without running the parent's destructors twice.
                unsafe { libc::_exit(0) }
            }
            Ok(ForkResult::Parent { child }) => Ok(Maps::Two { child, go, done }),
        }
    }

    fn write(self) -> Result<(), String> {
        match self {
            Maps::Own { uid, gid } => fs::write("/proc/self/setgroups", "deny")
                .and_then(|()| fs::write("/proc/self/uid_map", format!("0 {uid} 1")))
                .and_then(|()| fs::write("/proc/self/gid_map", format!("0 {gid} 1")))
                .map_err(|error| format!("the system refuses to map the user: {error}")),
            Maps::Two {
                child,
                mut go,
                mut done,
            } => {
                let mut answer = String::new();
                let asked = go.write_all(b"!").and_then(|()| {
                    done.read_to_string(&mut answer)?;
                    Ok(())
                });
                let _ = nix::sys::wait::waitpid(child, None);
                match asked {
                    Ok(()) if answer == "ok" => Ok(()),
                    Ok(()) => Err(format!("the system refuses to map the users: {answer}")),
                    Err(error) => Err(format!("failed to map the users: {error}")),
                }
            }
        }
    }
}
