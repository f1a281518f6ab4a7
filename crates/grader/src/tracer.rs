//! Looks over a program's shoulder with strace, on Linux: starts it so that every call it makes on a socket is written down, and
//! reads what was written. What the lines mean is in `calls.rs`.
//!
//! strace steps aside (`-DD`): the program itself stays our child, with its own number, and the tracer runs in a process group of its
//! own, so that holding the program still does not hold the tracer. It writes to a named pipe, whose end says that it has finished.

mod log;

use crate::calls;
use crate::calls::Call;
use crate::deadline::Deadline;
use crate::grade::Options;
use crate::program::Program;
use crate::running::Onlookers;
use crate::running::Running;
use crate::scratch::Scratch;
use crate::surroundings::Surroundings;
use crate::transcript::Transcript;
use log::Log;
use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

/// What strace writes down: the calls of a conversation, and the program's start.
const WATCHED: &str = "trace=execve,socket,bind,listen,accept,accept4,connect,read,readv,recvfrom,recvmsg,recvmmsg,write,writev,\
sendto,sendmsg,sendmmsg,sendfile,splice,shutdown,close,setsockopt,fcntl,ioctl,dup,dup2,dup3,poll,ppoll,select,pselect6,\
epoll_wait,epoll_pwait,epoll_pwait2";
/// Every call stops the program twice: it is given so much more time, and fewer of them share the processors.
const MORE_PATIENCE: u32 = 3;
const AT_ONCE: usize = 2;
/// How long strace may take to start a program, and to write its last line when the program has ended.
const START_TIME: Duration = Duration::from_secs(20);
const END_TIME: Duration = Duration::from_secs(5);

/// An strace that programs can be started with.
#[derive(Debug, Clone)]
pub struct Tracer {
    strace: PathBuf,
}

impl Tracer {
    /// The strace at this path.
    pub fn at(strace: impl Into<PathBuf>) -> Tracer {
        Tracer {
            strace: strace.into(),
        }
    }

    /// Starts a program that ends at once, to see whether this system lets strace look on.
    ///
    /// # Errors
    /// What strace or the system says where it does not.
    pub fn try_out(&self) -> Result<(), String> {
        let words = std::env::current_exe().map(|path| [path.into(), OsString::from("--version")]);
        let program = words.ok().and_then(Program::command);
        let program = program.ok_or("the executable of xtask is not found")?;
        let nothing: [&str; 0] = [];
        let plain = Surroundings::default();
        let onlookers = Onlookers {
            transcript: &Arc::new(Transcript::new(false)),
            tracer: Some(self),
        };
        Running::launch("strace", &program, &nothing, false, 0, &plain, onlookers)
            .map(drop)
            .map_err(|error| error.to_string())
    }

    /// Prepares to look at one program.
    ///
    /// # Errors
    /// Where the system refuses a named pipe.
    pub(crate) fn begin(&self) -> io::Result<Trace> {
        let folder = Scratch::new()?;
        let pipe = folder.path().join("calls");
        cell::make_fifo(&pipe)?;
        Ok(Trace {
            strace: self.strace.clone(),
            log: Log::read(&pipe),
            pipe,
            _folder: folder,
        })
    }
}

impl Options {
    /// The same, with every program traced.
    pub fn traced(self, tracer: Tracer) -> Options {
        Options {
            patience: self.patience * MORE_PATIENCE,
            parallel: self.parallel.min(AT_ONCE),
            tracer: Some(tracer),
            ..self
        }
    }
}

/// What strace has written about one program.
#[derive(Debug)]
pub(crate) struct Trace {
    strace: PathBuf,
    log: Arc<Log>,
    pipe: PathBuf,
    _folder: Scratch,
}

impl Trace {
    /// The command that starts a program below strace. The program finds `run` in its environment, and strace itself another mark:
    /// what ends the program must leave strace the time to write its last line.
    pub(crate) fn command(&self, program: &Program, run: &str) -> Command {
        let (executable, leading) = program.words();
        let mut command = Command::new(&self.strace);
        command
            // Children too; no words of its own; the time of day, and how long each call took; which descriptor is a socket.
            .args(["-DD", "-f", "-q", "-ttt", "-T", "-y", "-s", "32", "-a", "1"])
            .args(["-e", "signal=none", "-e", WATCHED, "-o"])
            .arg(&self.pipe)
            .args(["-E", &format!("{}={run}", cell::RUN_VARIABLE), "--"])
            .arg(executable)
            .args(leading)
            .env_clear()
            .env(cell::RUN_VARIABLE, mark(run));
        command
    }

    /// Waits until strace has started the program; `false` where it could not.
    pub(crate) fn has_started(&self, has_ended: impl Fn() -> bool) -> bool {
        let found = Deadline::after(START_TIME).poll(|| {
            let first = self.log.first();
            if first.is_none() && has_ended() {
                self.release();
            }
            // Looked at once more: what strace wrote before it ended comes before the end of the pipe.
            match self.log.first() {
                Some(line) => Some(calls::is_start(&line)),
                None => self.log.has_ended().then_some(false),
            }
        });
        found.unwrap_or(false)
    }

    /// Waits until strace has written everything about a program that has been ended, but not for ever: it would go on for a child
    /// that nobody could find. The program itself, process `pid`, has not been reaped yet.
    pub(crate) fn finish(&self, pid: u32, run: &str) {
        if !self.log.wait_for_end(Deadline::after(END_TIME)) {
            cell::kill_tree(pid, &mark(run));
        }
        self.release();
    }

    /// The calls on sockets, in the order of their time.
    pub(crate) fn calls(&self) -> Vec<Call> {
        calls::read(&self.log.lines())
    }

    /// Lets the reader of the pipe go, where strace has never opened it.
    fn release(&self) {
        // For reading and writing at once, which does not wait for anybody.
        let _ = File::options().read(true).write(true).open(&self.pipe);
    }
}

impl Drop for Trace {
    fn drop(&mut self) {
        self.release();
    }
}

fn mark(run: &str) -> String {
    format!("strace-{run}")
}

/// Where strace is, as the PATH says; `None` also on systems that it does not know.
pub fn find_strace() -> Option<PathBuf> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .map(|folder| folder.join("strace"))
        .find(|path| is_executable(path))
}

fn is_executable(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let metadata = path.metadata();
        metadata.is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
    }
    #[cfg(not(unix))]
    path.is_file()
}
