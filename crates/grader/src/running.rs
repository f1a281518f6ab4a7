//! A live child: its output, its end, its resources. Its whole process tree dies with it.

mod command;
mod still;
mod usage;

use crate::Verdict;
use crate::calls::Call;
use crate::captured::Captured;
use crate::confinement;
use crate::confinement::Keeper;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::finished::describe;
use crate::program::Program;
use crate::report::Launch;
use crate::stderr;
use crate::surroundings::Surroundings;
use crate::tracer::Trace;
use crate::tracer::Tracer;
use crate::transcript::Transcript;
use cell::Peeked;
use std::ffi::OsStr;
use std::io;
use std::io::Write;
use std::process::Child;
use std::process::ChildStdin;
use std::process::ExitStatus;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::RwLock;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// Of stderr, so much is kept; the rest is read and forgotten.
const STDERR_CAP: usize = 256 * 1024;

/// Held for reading while a program is started, and for writing while a socket of ours is closed: a child between fork and exec
/// has copies of all our descriptors, and a close takes effect only with the last copy. Held for ever by `abandon.rs`.
pub(crate) static LAUNCHING: RwLock<()> = RwLock::new(());
static NEXT_RUN: AtomicU32 = AtomicU32::new(0);

/// A program that was started, and its output so far.
#[derive(Debug)]
pub struct Running {
    name: String,
    /// Its command line, and where in it the arguments begin that the check gave.
    command: (Vec<String>, usize),
    pid: u32,
    run: String,
    arguments: Vec<String>,
    /// Was more done to it than a command line could do?
    staged: AtomicBool,
    child: Mutex<Child>,
    stdin: Mutex<Option<Sender<Vec<u8>>>>,
    /// How many bytes of its stdin the program has taken.
    taken: Arc<AtomicU64>,
    pub(crate) stdout: Arc<Captured>,
    pub(crate) stderr: Arc<Captured>,
    /// Known once somebody has looked. The process stays in the system's table until [`Running::kill`], so that its number
    /// cannot become another program's before.
    ended: Mutex<Option<ExitStatus>>,
    killed: Mutex<bool>,
    /// Who ends all that it has started, where it is confined.
    keeper: Mutex<Option<Box<dyn Keeper>>>,
    keeper_pid: Option<u32>,
    /// What strace writes about the program, where it looks on.
    trace: Option<Trace>,
}

/// Who is told what a program does.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Onlookers<'a> {
    /// Of the lines of its stderr.
    pub(crate) transcript: &'a Arc<Transcript>,
    /// Of its system calls.
    pub(crate) tracer: Option<&'a Tracer>,
}

impl Running {
    /// Starts a program with a clean environment in a process group of its own, its output drained from the first
    /// byte on. `stdin` says whether it gets a pipe (else its stdin is at its end); of stdout the first
    /// `stdout_cap` bytes are kept; `surroundings` are what it sees of the machine; `onlookers` are told
    /// what it does.
    ///
    /// # Errors
    /// What the system answers where the executable cannot be started, and what strace says where it may not look on.
    pub(crate) fn launch<A: AsRef<OsStr>>(
        name: &str,
        program: &Program,
        arguments: &[A],
        stdin: bool,
        stdout_cap: usize,
        surroundings: &Surroundings<'_>,
        onlookers: Onlookers<'_>,
    ) -> io::Result<Running> {
        let trace = onlookers.tracer.map(Tracer::begin).transpose()?;
        let run = format!(
            "{}-{}",
            std::process::id(),
            NEXT_RUN.fetch_add(1, Ordering::Relaxed)
        );
        let mut command = command::command(program, &run, surroundings, trace.as_ref())?;
        command.args(arguments);
        command.stdin(if stdin { Stdio::piped() } else { Stdio::null() });
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let (mut child, keeper) = {
            let _launching = LAUNCHING.read().unwrap_or_else(PoisonError::into_inner);
            match confinement::confinement() {
                Some(confinement) => {
                    let confined = confinement.start(&mut command, surroundings.folder)?;
                    (confined.child, Some(confined.keeper))
                }
                None => (command.spawn()?, None),
            }
        };
        let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let stderr = child.stderr.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let taken = Arc::new(AtomicU64::new(0));
        let running = Running {
            name: name.to_owned(),
            command: command::words(program, arguments),
            pid: child.id(),
            run,
            arguments: arguments
                .iter()
                .map(|argument| argument.as_ref().to_string_lossy().into_owned())
                .collect(),
            staged: AtomicBool::new(stdin || !surroundings.are_usual()),
            stdin: Mutex::new(
                child
                    .stdin
                    .take()
                    .map(|pipe| feed(pipe, Arc::clone(&taken))),
            ),
            taken,
            child: Mutex::new(child),
            stdout: Captured::drain(stdout, stdout_cap),
            stderr: Captured::drain_telling(
                stderr,
                STDERR_CAP,
                stderr::note_lines(Arc::clone(onlookers.transcript)),
            ),
            ended: Mutex::default(),
            killed: Mutex::new(false),
            keeper_pid: keeper.as_ref().and_then(|keeper| keeper.pid()),
            keeper: Mutex::new(keeper),
            trace,
        };
        if running.has_started() {
            return Ok(running);
        }
        // What is wrong with the program itself, the system says better than strace.
        let untraced = Running::launch(
            name,
            program,
            arguments,
            stdin,
            stdout_cap,
            surroundings,
            Onlookers {
                tracer: None,
                ..onlookers
            },
        );
        untraced.and_then(|_| Err(running.refusal()))
    }

    /// Is it the program that runs, and not strace in its place?
    fn has_started(&self) -> bool {
        let ended = || self.ended().is_some();
        self.trace
            .as_ref()
            .is_none_or(|trace| trace.has_started(ended))
    }

    /// Why strace could not look at a program that starts without it.
    fn refusal(&self) -> io::Error {
        self.kill();
        self.stderr
            .wait(Deadline::after(Duration::from_secs(2)), |_, ended| ended);
        let words = String::from_utf8_lossy(&self.stderr()).trim().to_owned();
        io::Error::other(words.replace('\n', "; "))
    }

    /// The calls on sockets that the program has made, if strace has looked on; everything once it has been killed.
    pub(crate) fn calls(&self) -> Option<Vec<Call>> {
        self.trace.as_ref().map(Trace::calls)
    }

    /// The lesson's name for the program.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The command that stands for the program, and the arguments that the check has given it.
    pub(crate) fn command(&self) -> (&[String], &[String]) {
        self.command.0.split_at(self.command.1)
    }

    /// The system's number for the process.
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// How it was started, for people who want to do the same.
    pub(crate) fn how(&self) -> Launch {
        Launch {
            program: self.name.clone(),
            arguments: self.arguments.clone(),
            staged: self.staged.load(Ordering::Relaxed),
        }
    }

    /// Writes to the program's stdin, in the background: never waits for the program to read. What it no longer
    /// wants to read is lost without an error.
    pub fn write_stdin(&self, bytes: &[u8]) {
        if let Some(feeder) = lock(&self.stdin).as_ref() {
            let _ = feeder.send(bytes.to_vec());
        }
    }

    /// Lets the program see the end of its stdin, once it has read everything written so far.
    pub fn close_stdin(&self) {
        lock(&self.stdin).take();
    }

    /// How the program ended, if it has.
    pub fn ended(&self) -> Option<ExitStatus> {
        let mut ended = lock(&self.ended);
        if ended.is_none() {
            *ended = match cell::peek_end(self.pid) {
                Peeked::Ended(status) => Some(status),
                Peeked::Runs => None,
                Peeked::Unknown => lock(&self.child).try_wait().ok().flatten(),
            };
        }
        *ended
    }

    /// Waits for the program's end.
    pub fn wait(&self, deadline: Deadline) -> Option<ExitStatus> {
        deadline.poll(|| self.ended())
    }

    /// Everything the program has written to stdout, up to the cap.
    pub fn stdout(&self) -> Vec<u8> {
        self.stdout.bytes()
    }

    /// Everything the program has written to stderr, up to 256 KiB.
    pub fn stderr(&self) -> Vec<u8> {
        self.stderr.bytes()
    }

    /// Grows while the program reads its stdin or prints: how many bytes went through its pipes so far.
    pub(crate) fn activity(&self) -> u64 {
        self.taken.load(Ordering::Relaxed) + self.stdout.length()
    }

    /// Ends the program and everything it has started, and waits for it.
    pub fn kill(&self) {
        let mut killed = lock(&self.killed);
        if *killed {
            return;
        }
        *killed = true;
        let mut keeper = lock(&self.keeper).take();
        if let Some(keeper) = &mut keeper {
            keeper.end();
        }
        cell::kill_tree(self.pid, &self.run);
        if let Some(trace) = &self.trace {
            // Before it is reaped: a traced program's end is its tracer's to see first.
            trace.finish(self.pid, &self.run);
        }
        let reaped = {
            let mut child = lock(&self.child);
            // Both fail only where the child has been reaped already.
            let _ = child.kill();
            child.wait().ok()
        };
        if let Some(status) = reaped {
            lock(&self.ended).get_or_insert(status);
        }
        if let Some(keeper) = &mut keeper {
            keeper.wait();
        }
    }

    /// Waits until the program has had the time to notice what was done to it: until it sleeps again, or has ended. Gives up after
    /// 300 ms; where the system does not tell, it waits as long.
    pub fn settle(&self) {
        self.wait_unless_asleep(Deadline::after(Duration::from_millis(300)), 8);
    }

    /// Waits for the program's end, but not for one that was found asleep so many times in a row: what is about to end, or waits
    /// for its share of a crowded processor, does not sleep.
    pub(crate) fn wait_unless_asleep(&self, deadline: Deadline, looks: u32) {
        let mut asleep = 0;
        deadline.poll(|| {
            // Where the system does not tell, so many looks must do.
            asleep = if self.is_asleep() == Some(false) {
                0
            } else {
                asleep + 1
            };
            (asleep == looks || self.ended().is_some()).then_some(())
        });
    }

    /// Takes the program's free descriptors away: its next `accept`, `socket` or `open` fails. Answers with the limit from
    /// before, for [`Running::restore_descriptors`].
    ///
    /// # Errors
    /// `unavailable` where the system cannot do that to another process (only Linux can).
    pub fn forbid_new_descriptors(&self) -> Verdict<u64> {
        self.staged.store(true, Ordering::Relaxed);
        for pid in self.family().others() {
            // One that has just ended needs none.
            let _ = cell::forbid_new_descriptors(pid);
        }
        cell::forbid_new_descriptors(self.pid).map_err(|error| {
            if let Some(status) = self.ended() {
                let got = format!("it has ended: {}", describe(status));
                return Failure::new(Cause::Exited, "a program that runs on", got);
            }
            Failure::unavailable(format!(
                "this system cannot take a program's descriptors away ({error})"
            ))
        })
    }

    /// Gives the program its descriptors back.
    ///
    /// # Errors
    /// `broken` where the system refuses.
    pub fn restore_descriptors(&self, limit: u64) -> Verdict {
        for pid in self.family().others() {
            let _ = cell::restore_descriptors(pid, limit);
        }
        // A program that has ended meanwhile is found out by what the check does next.
        cell::restore_descriptors(self.pid, limit).or_else(|error| match self.ended() {
            Some(_) => Ok(()),
            None => Err(Failure::broken(format!(
                "failed to restore the descriptor limit: {error}"
            ))),
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Writes what it is handed to `pipe` until its handle is dropped, and counts the bytes in `taken`. The thread ends with the
/// program at the latest, whose end breaks the pipe.
fn feed(mut pipe: ChildStdin, taken: Arc<AtomicU64>) -> Sender<Vec<u8>> {
    let (feeder, pieces) = std::sync::mpsc::channel::<Vec<u8>>();
    std::thread::spawn(move || {
        for piece in pieces {
            for part in piece.chunks(64 * 1024) {
                if pipe.write_all(part).is_err() {
                    return;
                }
                taken.fetch_add(part.len() as u64, Ordering::Relaxed);
            }
        }
    });
    feeder
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
