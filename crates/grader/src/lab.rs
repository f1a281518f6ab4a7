//! What a check works with: the programs, our ends of the wire, deadlines, a seed, a folder.

mod calls;
mod commands;

use crate::Verdict;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::names::Domain;
use crate::peer::Connection;
use crate::peer::Datagrams;
use crate::peer::Listener;
use crate::peer::Silent;
use crate::peer::Wire;
use crate::program::Programs;
use crate::random::Random;
use crate::running::Onlookers;
use crate::running::Running;
use crate::scratch::Scratch;
use crate::server::Place;
use crate::server::Server;
use crate::surroundings::Surroundings;
use crate::tracer::Tracer;
use crate::transcript::Transcript;
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::net::TcpListener;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::OnceLock;
use std::sync::PoisonError;
use std::time::Duration;

/// How long a program may take for its next byte. The READMEs promise it.
const ANSWER_TIME: Duration = Duration::from_secs(5);
/// How long a connection may take. A full queue drops the first SYN and the system tries again after 1 s, then 2 s: anything
/// shorter would take a busy server for a dead one.
const CONNECT_TIME: Duration = Duration::from_secs(8);
/// How long a program may take until it says where it listens, or connects. The READMEs promise it.
const START_TIME: Duration = Duration::from_secs(10);
/// How long our own side asks this machine's resolver.
const RESOLVER_PATIENCE: Duration = Duration::from_secs(3);
/// When a check gives up, however lively the program still is.
const CHECK_TIME: Duration = Duration::from_secs(120);
/// A server says one line on stdout; whoever says more is shown the beginning.
const SERVER_STDOUT: usize = 64 * 1024;
/// A client may print the 8 MiB that came back, and some more by mistake.
const CLIENT_STDOUT: usize = 16 * 1024 * 1024;

/// "Exec format error", on every Unix system.
const ENOEXEC: i32 = 8;

/// What a program finds on its stdin.
#[derive(Debug, Clone, Copy)]
pub enum Stdin<'a> {
    /// Nothing: it is at its end.
    Empty,
    /// These bytes, then the end.
    Bytes(&'a [u8]),
    /// A pipe that stays open, for [`Running::write_stdin`].
    Open,
}

/// One check's laboratory. Everything started in it ends with it.
#[derive(Debug)]
pub struct Lab<'a> {
    programs: &'a Programs,
    pub(crate) patience: u32,
    pub(crate) wire: Wire,
    random: Mutex<Random>,
    doing: Mutex<String>,
    launched: Mutex<Vec<Arc<Running>>>,
    scratch: OnceLock<Scratch>,
    pub(crate) tracer: Option<&'a Tracer>,
}

impl<'a> Lab<'a> {
    pub(crate) fn new(
        programs: &'a Programs,
        seed: u64,
        patience: u32,
        tracer: Option<&'a Tracer>,
        trace: bool,
    ) -> Lab<'a> {
        Lab {
            programs,
            patience,
            wire: Wire {
                transcript: Arc::new(Transcript::new(trace)),
                answer_time: ANSWER_TIME * patience,
                start_time: START_TIME * patience,
                connect_time: CONNECT_TIME * patience,
                limit: Deadline::after(CHECK_TIME * patience),
            },
            random: Mutex::new(Random::new(seed)),
            doing: Mutex::default(),
            launched: Mutex::default(),
            scratch: OnceLock::new(),
            tracer,
        }
    }

    /// Says what the check does from here on, for the first line of a failure: `sent "1 2\n"`.
    pub fn doing(&self, what: impl Into<String>) {
        *lock(&self.doing) = what.into();
    }

    /// A generator for the check's own random numbers: another one at each call, the same ones for the same seed.
    pub fn random(&self) -> Random {
        // Not the one that is locked: two of them in one expression would wait for each other.
        Random::new(lock(&self.random).number())
    }

    /// Starts a server with the address as its argument and waits for its line.
    ///
    /// # Errors
    /// `never_listened`, `exited` or `wrong_output`.
    pub fn serve(&self, program: &str, addr: &str) -> Verdict<Server> {
        self.serve_with(program, addr, &[])
    }

    /// Starts a server with the address and more arguments, and waits for its line.
    ///
    /// # Errors
    /// As [`Lab::serve`].
    pub fn serve_with(&self, program: &str, addr: &str, more: &[&str]) -> Verdict<Server> {
        let arguments = [&[addr], more].concat();
        self.serve_at(program, &arguments, &Place::Internet(socket_addr(addr)?))
    }

    /// Starts a server with a path as its argument and waits for its line.
    ///
    /// # Errors
    /// As [`Lab::serve`]; `unavailable` where the system has no Unix-domain sockets.
    pub fn serve_path(&self, program: &str, path: &Path) -> Verdict<Server> {
        if !cfg!(unix) {
            return Err(Failure::unavailable(
                "this system has no Unix-domain sockets",
            ));
        }
        self.serve_at(program, &[path], &Place::Path(path.to_owned()))
    }

    fn serve_at<A: AsRef<OsStr>>(
        &self,
        program: &str,
        arguments: &[A],
        asked: &Place,
    ) -> Verdict<Server> {
        let running = self.launch(
            program,
            arguments,
            Stdin::Empty,
            SERVER_STDOUT,
            &Surroundings::default(),
        )?;
        let deadline = Deadline::after(self.wire.start_time).or_earlier(self.wire.limit);
        Server::announced(running, asked, self.wire.clone(), deadline)
    }

    /// Waits until the program has printed exactly these bytes to stdout, while it goes on running.
    ///
    /// # Errors
    /// `wrong_output` or `no_answer`.
    pub fn expect_stdout(&self, running: &Running, expected: &[u8]) -> Verdict {
        let came = running
            .stdout
            .wait(self.wire.answer_deadline(), |bytes, ended| {
                ended || !expected.starts_with(bytes) || bytes.len() >= expected.len()
            });
        let stdout = running.stdout();
        if stdout == expected {
            return Ok(());
        }
        let cause = if came {
            Cause::WrongOutput
        } else {
            Cause::NoAnswer
        };
        let mut failure = Failure::different(cause, expected, &stdout);
        failure.expected.push_str(" on stdout");
        Err(failure)
    }

    /// A socket of ours at `addr`, for programs that connect. It refuses until it listens.
    ///
    /// # Errors
    /// `broken` where our own system refuses.
    pub fn reserve(&self, addr: &str) -> Verdict<Listener> {
        Listener::bind(self.wire.clone(), socket_addr(addr)?)
    }

    /// A server of ours at `addr`, for programs that connect.
    ///
    /// # Errors
    /// As [`Lab::reserve`].
    pub fn listen(&self, addr: &str) -> Verdict<Listener> {
        let listener = self.reserve(addr)?;
        listener.listen()?;
        Ok(listener)
    }

    /// Connects to any address, not only to one that a program has announced.
    ///
    /// # Errors
    /// `refused` or `no_answer`.
    pub fn connect(&self, addr: SocketAddr) -> Verdict<Connection> {
        Connection::connect(self.wire.clone(), addr, None, None)
    }

    /// A UDP socket of ours that talks to `program`.
    ///
    /// # Errors
    /// `broken` where our own system refuses.
    pub fn datagrams(&self, program: SocketAddr) -> Verdict<Datagrams> {
        Datagrams::open(self.wire.clone(), program)
    }

    /// A path inside a folder of the check's own, which is empty at first and removed at the end.
    ///
    /// # Errors
    /// `broken` where our own system refuses.
    pub fn path(&self, name: &str) -> Verdict<PathBuf> {
        if self.scratch.get().is_none() {
            let made = Scratch::new()
                .map_err(|error| Failure::broken(format!("failed to make a folder: {error}")))?;
            // Checks are single-threaded, so nobody else can have set it meanwhile.
            let _ = self.scratch.set(made);
        }
        let folder = self
            .scratch
            .get()
            .ok_or_else(|| Failure::broken("the folder is gone"))?;
        Ok(folder.path().join(name))
    }

    /// Asks this machine's own resolver, which may be the real world's. It is given 3 s: what it does not know by then, no program
    /// can be judged by.
    ///
    /// # Errors
    /// `unavailable` where it does not answer in time.
    pub fn ask_own_resolver<T: Send + 'static>(
        &self,
        ask: impl FnOnce() -> T + Send + 'static,
    ) -> Verdict<T> {
        let (answer, answers) = std::sync::mpsc::channel();
        // Nobody waits for it after that; it ends when the resolver gives up.
        std::thread::spawn(move || answer.send(ask()));
        answers.recv_timeout(RESOLVER_PATIENCE).map_err(|_| {
            Failure::unavailable("this machine's own resolver does not answer in time")
        })
    }

    /// A domain of the check's own in the zone of the lab, whose names resolve as the check says.
    ///
    /// # Errors
    /// `unavailable` where there is no private network.
    pub fn domain(&self) -> Verdict<Domain> {
        crate::names::claim(self.wire.clone(), &mut self.random())
    }

    /// An address at which somebody listens, and no attempt to connect is ever answered: neither accepted nor refused.
    ///
    /// # Errors
    /// `unavailable` where the system cannot be made to (only Linux can); `broken` where it refuses.
    pub fn never_answers(&self, addr: &str) -> Verdict<Silent> {
        Silent::listen(self.wire.clone(), socket_addr(addr)?)
    }

    /// Goes on only where the machine's loopback speaks IPv6.
    ///
    /// # Errors
    /// `unavailable`.
    pub fn require_ipv6(&self) -> Verdict {
        TcpListener::bind("[::1]:0").map(drop).map_err(|error| {
            Failure::unavailable(format!(
                "the loopback of this machine has no IPv6 address ({error})"
            ))
        })
    }

    /// Goes on only where a process may have so many descriptors, and so may what it starts.
    ///
    /// # Errors
    /// `unavailable`.
    pub fn require_descriptors(&self, wanted: u64) -> Verdict {
        match cell::raise_descriptor_limit(wanted) {
            Some(limit) if limit < wanted => Err(Failure::unavailable(format!(
                "a process may have only {limit} descriptors here, and {wanted} are needed"
            ))),
            _ => Ok(()),
        }
    }

    /// Goes on only where strace does not look on: it makes each call of the program many times as dear.
    ///
    /// # Errors
    /// `unavailable`.
    pub(crate) fn require_untraced(&self) -> Verdict {
        match self.tracer {
            None => Ok(()),
            Some(_) => Err(Failure::unavailable("not measured while strace looks on")),
        }
    }

    pub(crate) fn launched(&self) -> Vec<Arc<Running>> {
        lock(&self.launched).clone()
    }

    pub(crate) fn transcript(&self) -> &Transcript {
        &self.wire.transcript
    }

    pub(crate) fn take_doing(&self) -> String {
        std::mem::take(&mut lock(&self.doing))
    }

    fn launch<A: AsRef<OsStr>>(
        &self,
        name: &str,
        arguments: &[A],
        stdin: Stdin<'_>,
        stdout_cap: usize,
        surroundings: &Surroundings<'_>,
    ) -> Verdict<Arc<Running>> {
        let program = self
            .programs
            .get(name)
            .ok_or_else(|| Failure::broken(format!("the lesson has no program named {name}")))?;
        let with_pipe = !matches!(stdin, Stdin::Empty);
        let launched = Running::launch(
            name,
            program,
            arguments,
            with_pipe,
            stdout_cap,
            &Surroundings {
                folder: self.scratch.get().map(Scratch::path),
                ..*surroundings
            },
            Onlookers {
                transcript: &self.wire.transcript,
                tracer: self.tracer,
            },
        );
        let running = launched.map_err(|error| {
            let executable = program.words().0.to_string_lossy();
            let got = format!("{executable} cannot be started: {error}");
            // Everything else (no descriptors, no memory, no processes left) is the machine's fault.
            let is_its_own = matches!(
                error.kind(),
                ErrorKind::NotFound | ErrorKind::PermissionDenied
            ) || (cfg!(unix) && error.raw_os_error() == Some(ENOEXEC));
            if is_its_own {
                Failure::new(Cause::CannotStart, format!("{name} to start"), got)
            } else {
                Failure::broken(got)
            }
        })?;
        if let Stdin::Bytes(bytes) = stdin {
            running.write_stdin(bytes);
            running.close_stdin();
        }
        let running = Arc::new(running);
        lock(&self.launched).push(Arc::clone(&running));
        Ok(running)
    }
}

impl Drop for Lab<'_> {
    /// Whoever else holds a program (a connection's thread, say), it ends with its check.
    fn drop(&mut self) {
        for running in lock(&self.launched).iter() {
            running.kill();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn socket_addr(text: &str) -> Verdict<SocketAddr> {
    let is_none = |_| Failure::broken(format!("{text} is no socket address"));
    text.parse().map_err(is_none)
}
