//! What may be at the path already: a stale socket, which is replaced, and everything else, which stays untouched.

use super::PROGRAM;
use super::begin;
use crate::echo_server::round_trip;
use grader::Cause;
use grader::Failure;
use grader::Lab;
use grader::Verdict;
use predicates::str::starts_with;
use socket2::Domain;
use socket2::SockAddr;
use socket2::Socket;
use socket2::Type;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

/// What is in the file that must stay as it is.
const PRECIOUS: &[u8] = b"precious";

pub(super) fn replaces_a_stale_socket(lab: &Lab) -> Verdict {
    let path = lab.path("echo.sock")?;
    let first = lab.serve_path(PROGRAM, &path)?;
    round_trip(&mut first.connect()?, "hello\n")?;
    first.kill();
    lab.doing(
        "killed the server, which left its socket file, and started it again on the same path",
    );
    let second = lab.serve_path(PROGRAM, &path)?;
    round_trip(&mut second.connect()?, "hello again\n")
}

pub(super) fn waits_for_a_silent_client(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("had a line echoed, then stayed silent and connected");
    round_trip(&mut client, "one moment\n")?;
    lab.stays_idle(&server)?;
    lab.doing("sent a line after a silence");
    round_trip(&mut client, "here I am again\n")
}

pub(super) fn leaves_a_live_socket_alone(lab: &Lab) -> Verdict {
    let path = lab.path("echo.sock")?;
    let first = lab.serve_path(PROGRAM, &path)?;
    round_trip(&mut first.connect()?, "hello\n")?;
    lab.doing("started a second server on the path of the first one");
    says_that_the_path_is_taken(lab, &path)?;
    lab.doing("used the first server again, after the second had ended");
    round_trip(&mut first.connect()?, "still here?\n")
}

pub(super) fn leaves_a_busy_socket_alone(lab: &Lab) -> Verdict {
    if !cfg!(target_os = "linux") {
        return Err(Failure::unavailable(
            "this system answers for a busy socket as it does for a stale one",
        ));
    }
    let (server, mut client) = begin(lab)?;
    lab.doing("started it on a path of its own, then killed it");
    round_trip(&mut client, "hello\n")?;
    server.kill();
    let path = prepared(lab)?.join("busy.sock");
    lab.doing("started it on a path where a server of ours listens whose queue is full");
    let _busy = Busy::listen(&path).map_err(ours)?;
    let before = fs::symlink_metadata(&path).map_err(ours)?;
    says_that_the_path_is_taken(lab, &path)?;
    let after = fs::symlink_metadata(&path).ok();
    let same = after.is_some_and(|after| same_file(&before, &after));
    if same {
        Ok(())
    } else {
        Err(touched("the socket of the busy server"))
    }
}

pub(super) fn leaves_other_files_alone(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("started it on a path of its own, then killed it");
    round_trip(&mut client, "hello\n")?;
    server.kill();
    let stale = lab.path("echo.sock")?;

    let file = prepared(lab)?.join("file");
    lab.doing("started it on a path where there is an ordinary file");
    fs::write(&file, PRECIOUS).map_err(ours)?;
    says_that_the_path_is_taken(lab, &file)?;
    // Whatever the program has put there instead is not read: it may have no end.
    let is_ours = |found: fs::Metadata| found.is_file() && found.len() == PRECIOUS.len() as u64;
    let same = fs::symlink_metadata(&file).is_ok_and(is_ours);
    if !same || fs::read(&file).ok().as_deref() != Some(PRECIOUS) {
        return Err(touched("the file"));
    }

    let folder = prepared(lab)?.join("folder");
    lab.doing("started it on a path where there is an empty folder");
    fs::create_dir(&folder).map_err(ours)?;
    says_that_the_path_is_taken(lab, &folder)?;
    if !fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir()) {
        return Err(touched("the folder"));
    }

    let link = prepared(lab)?.join("link");
    lab.doing("started it on a path where there is a symbolic link to a stale socket");
    make_link(&stale, &link).map_err(ours)?;
    says_that_the_path_is_taken(lab, &link)?;
    if fs::read_link(&link).ok().as_deref() != Some(&stale) {
        return Err(touched("the symbolic link"));
    }
    if fs::symlink_metadata(&stale).is_err() {
        return Err(touched("the stale socket behind the symbolic link"));
    }
    Ok(())
}

/// An empty folder for what the check prepares. Called while no program runs: what one has put there before, in order to have the check
/// write or read something else, is removed.
fn prepared(lab: &Lab) -> Verdict<PathBuf> {
    let folder = lab.path("others")?;
    if let Ok(found) = fs::symlink_metadata(&folder) {
        let removed = if found.is_dir() {
            fs::remove_dir_all(&folder)
        } else {
            fs::remove_file(&folder)
        };
        removed.map_err(ours)?;
    }
    fs::create_dir(&folder).map_err(ours)?;
    Ok(folder)
}

fn says_that_the_path_is_taken(lab: &Lab, path: &Path) -> Verdict {
    let path = path
        .to_str()
        .ok_or_else(|| Failure::broken("the folder's path is no text"))?;
    let finished = lab.run_refused(PROGRAM, &[path])?;
    finished.stdout_is(b"")?;
    let wanted = format!("error: cannot listen on {path}: ");
    finished.stderr_has_line(starts_with(wanted.as_str()), &format!("{wanted}REASON"))?;
    finished.exits_with(1)
}

/// A Unix-domain socket of ours that somebody listens on, and whose queue has no room.
struct Busy {
    _listener: Socket,
    _waiting: Vec<Socket>,
}

impl Busy {
    fn listen(path: &Path) -> io::Result<Busy> {
        let addr = SockAddr::unix(path)?;
        let listener = Socket::new(Domain::UNIX, Type::STREAM, None)?;
        listener.bind(&addr)?;
        listener.listen(0)?;
        let mut waiting = Vec::new();
        for _ in 0..16 {
            let client = Socket::new(Domain::UNIX, Type::STREAM, None)?;
            client.set_nonblocking(true)?;
            match client.connect(&addr) {
                Ok(()) => waiting.push(client),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    return Ok(Busy {
                        _listener: listener,
                        _waiting: waiting,
                    });
                }
                Err(error) => return Err(error),
            }
        }
        Err(io::Error::other("a queue for no client took 16"))
    }
}

#[cfg(unix)]
fn same_file(before: &fs::Metadata, after: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    before.ino() == after.ino() && before.mode() == after.mode()
}

#[cfg(not(unix))]
fn same_file(before: &fs::Metadata, after: &fs::Metadata) -> bool {
    before.file_type() == after.file_type()
}

#[cfg(unix)]
fn make_link(to: &Path, at: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(to, at)
}

#[cfg(not(unix))]
fn make_link(_to: &Path, _at: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn touched(what: &str) -> Failure {
    let got = format!("{what} was changed or removed");
    Failure::new(Cause::TouchedFile, format!("{what} as it was"), got)
}

fn ours(error: io::Error) -> Failure {
    if error.kind() == io::ErrorKind::StorageFull {
        let expected = "room on the disk for a small file";
        return Failure::new(Cause::TouchedFile, expected, "the disk is full");
    }
    Failure::broken(format!("the check failed to prepare its files: {error}"))
}
