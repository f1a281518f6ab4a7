//! One connection, TCP or Unix-domain, made or accepted by us.

use super::Wire;
use super::aftermath::EXTRA;
use super::words::is_gone;
use super::words::is_timeout;
use super::words::not_connected;
use super::words::ours;
use crate::Verdict;
use crate::bytes::quote;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::running::LAUNCHING;
use crate::running::Running;
use crate::trace::Over;
use crate::transcript::EventKind;
use crate::transcript::Side;
use socket2::Domain;
use socket2::SockAddr;
use socket2::Socket;
use socket2::Type;
use std::io;
use std::io::Read;
use std::net::IpAddr;
use std::net::Shutdown;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::PoisonError;
use std::sync::RwLockWriteGuard;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::time::Duration;

pub(super) const CHUNK: usize = 64 * 1024;

/// Our end of a stream connection with the program.
#[derive(Debug)]
pub struct Connection {
    pub(super) socket: Socket,
    pub(super) number: u32,
    pub(super) wire: Wire,
    /// The program at the other end, where we came to it.
    pub(super) program: Option<Arc<Running>>,
    /// Both ends' addresses, where they are internet addresses.
    pub(super) ends: Option<(SocketAddr, SocketAddr)>,
    /// How many bytes `send` has handed over; `None` once we have finished sending, which the other side must have heard of, too.
    pub(super) sent: Option<u64>,
    /// Set once we have closed the connection in a way that is in the transcript already.
    closed: bool,
    /// Taken before `socket` is dropped, and, as a later field, given back after it.
    closing: Option<RwLockWriteGuard<'static, ()>>,
    /// The socket's timeouts in milliseconds, as they are: setting one is a call of the system, and mostly it is right already.
    read_timeout: AtomicU64,
    write_timeout: AtomicU64,
}

/// How one read ended.
pub(super) enum Arrival {
    Data(usize),
    End,
    Reset,
    TimedOut,
}

impl Connection {
    /// Connects from the address `from` of this machine, or from the one that the system chooses, with room for so many bytes that
    /// we have not read, or as many as the system likes.
    pub(crate) fn connect(
        wire: Wire,
        addr: SocketAddr,
        from: Option<IpAddr>,
        room: Option<usize>,
    ) -> Verdict<Connection> {
        let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None).map_err(ours)?;
        if let Some(from) = from {
            socket
                .bind(&SocketAddr::new(from, 0).into())
                .map_err(ours)?;
        }
        if let Some(room) = room {
            // Before connecting: the first window that the other side hears of counts.
            socket.set_recv_buffer_size(room).map_err(ours)?;
        }
        Connection::establish(wire, socket, &addr.into(), &addr.to_string())
    }

    /// The same connection, which knows what program is at its other end.
    pub(crate) fn with(mut self, program: &Arc<Running>) -> Connection {
        self.program = Some(Arc::clone(program));
        self
    }

    pub(crate) fn connect_unix(wire: Wire, path: &Path) -> Verdict<Connection> {
        let socket = Socket::new(Domain::UNIX, Type::STREAM, None).map_err(ours)?;
        let addr = SockAddr::unix(path).map_err(ours)?;
        Connection::establish(wire, socket, &addr, &path.display().to_string())
    }

    fn establish(wire: Wire, socket: Socket, addr: &SockAddr, shown: &str) -> Verdict<Connection> {
        let number = wire.transcript.connection();
        let note = |event, text: String| wire.transcript.note(number, Side::Check, event, text);
        let over = if addr.is_unix() {
            Over::Unix
        } else {
            Over::Tcp
        };
        let transcript = &wire.transcript;
        transcript.connect(number, Side::Check, over, shown.to_owned());
        let connected = if addr.is_unix() {
            connect_when_there_is_room(&socket, addr, wire.answer_deadline())
        } else {
            socket.connect_timeout(
                addr,
                wire.connect_time
                    .min(wire.limit.remaining().unwrap_or_default()),
            )
        };
        match connected {
            Ok(()) => Connection::new(wire, socket, number),
            Err(error) => {
                note_local(&wire, &socket, number);
                note(EventKind::Refused, error.to_string());
                Err(not_connected(shown, &error))
            }
        }
    }

    pub(crate) fn new(wire: Wire, socket: Socket, number: u32) -> Verdict<Connection> {
        let internet = |addr: io::Result<SockAddr>| addr.ok().and_then(|addr| addr.as_socket());
        let ends = internet(socket.local_addr()).zip(internet(socket.peer_addr()));
        note_local(&wire, &socket, number);
        if ends.is_some() {
            // Without it, Nagle's algorithm would hold our second small write back.
            socket.set_tcp_nodelay(true).map_err(ours)?;
        }
        Ok(Connection {
            socket,
            number,
            wire,
            program: None,
            ends,
            sent: Some(0),
            closed: false,
            closing: None,
            read_timeout: AtomicU64::new(0),
            write_timeout: AtomicU64::new(0),
        })
    }

    /// Hands all of `bytes` to the kernel.
    ///
    /// # Errors
    /// `reset` where the program has closed the connection, `no_answer` where it does not read.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) -> Verdict {
        let bytes = bytes.as_ref();
        if bytes.is_empty() {
            return Ok(()); // Nothing would go out: a stream has no empty messages.
        }
        self.wire
            .transcript
            .data(self.number, Side::Check, bytes, true);
        self.set_write_timeout(self.wire.answer_time)?;
        let mut sent = 0;
        while sent < bytes.len() {
            match self.socket.send(&bytes[sent..]) {
                Ok(count) => {
                    sent += count;
                    self.sent = self.sent.map(|all| all + count as u64);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(self.not_sent(&error, sent, bytes.len())),
            }
        }
        Ok(())
    }

    /// Tells the program that we have finished sending: it will see end of file.
    ///
    /// # Errors
    /// `reset` where the connection is gone already.
    pub fn finish_sending(&mut self) -> Verdict {
        self.note_end();
        self.sent = None;
        self.socket.shutdown(Shutdown::Write).map_err(|error| {
            let got = format!("the connection was gone: {error}");
            Failure::new(Cause::Reset, "a connection that is still open", got)
        })
    }

    /// Reads exactly as many bytes as `expected` has, and compares. What comes after them stays unread.
    ///
    /// # Errors
    /// `wrong_bytes`, `closed_early`, `reset` or `no_answer`, with everything that came until then.
    pub fn expect(&mut self, expected: impl AsRef<[u8]>) -> Verdict {
        let expected = expected.as_ref();
        let mut got = Vec::new();
        let mut chunk = vec![0; expected.len().min(CHUNK)];
        while got.len() < expected.len() {
            let wanted = (expected.len() - got.len()).min(chunk.len());
            match self.read(&mut chunk[..wanted], self.wire.answer_deadline())? {
                Arrival::Data(count) => got.extend_from_slice(&chunk[..count]),
                ended => return Err(self.cut_short(&ended, expected, &got)),
            }
            if !expected.starts_with(&got) {
                self.finish_wrong(expected, &mut got);
                return Err(Failure::different(Cause::WrongBytes, expected, &got));
            }
        }
        Ok(())
    }

    /// Reads to the end of file, which must come, and compares all that came.
    ///
    /// # Errors
    /// As [`Connection::expect`]; `no_answer` where everything came but the end.
    pub fn expect_then_end(&mut self, expected: impl AsRef<[u8]>) -> Verdict {
        let expected = expected.as_ref();
        self.expect(expected)?;
        let mut extra = [0; EXTRA];
        match self.read(&mut extra, self.wire.answer_deadline())? {
            Arrival::End => Ok(()),
            Arrival::Data(count) => {
                let mut got = [expected, &extra[..count]].concat();
                self.finish_wrong(expected, &mut got);
                let mut failure = Failure::different(Cause::WrongBytes, expected, &got);
                failure.expected.push_str(" and then end of file");
                Err(failure)
            }
            other => {
                let wanted = format!("{} and then end of file", quote(expected));
                Err(self.broken_off(&other, wanted, expected))
            }
        }
    }

    /// Waits until the program has closed its side, by an end of file or a reset, and throws away what comes until then.
    ///
    /// # Errors
    /// `no_answer` where it stays open.
    pub fn drain(&mut self) -> Verdict {
        let mut chunk = vec![0; CHUNK];
        loop {
            match self.read(&mut chunk, self.wire.answer_deadline())? {
                Arrival::Data(_) => {}
                Arrival::End | Arrival::Reset => return Ok(()),
                Arrival::TimedOut => {
                    let got = format!("it stayed open for {}", self.wire.answer_seconds());
                    return Err(Failure::new(
                        Cause::NoAnswer,
                        "the connection to be closed",
                        got,
                    ));
                }
            }
        }
    }

    /// Ends the connection rudely: the program sees a reset.
    ///
    /// # Errors
    /// `broken` where our own system refuses.
    pub fn reset(mut self) -> Verdict {
        self.closed = true;
        self.wire
            .transcript
            .note(self.number, Side::Check, EventKind::Reset, String::new());
        // Lingering for no time at all makes close() send RST instead of FIN.
        self.socket.set_linger(Some(Duration::ZERO)).map_err(ours)
    }

    /// Reads once, and notes what came.
    pub(super) fn read(&self, buffer: &mut [u8], deadline: Deadline) -> Verdict<Arrival> {
        let arrival = self.receive(buffer, deadline)?;
        if let Arrival::Data(count) = arrival {
            let transcript = &self.wire.transcript;
            transcript.data(self.number, Side::Program, &buffer[..count], false);
        }
        Ok(arrival)
    }

    /// Reads once, and notes only the end of the connection: data is noted by the caller.
    pub(super) fn receive(&self, buffer: &mut [u8], deadline: Deadline) -> Verdict<Arrival> {
        let note = |event| {
            self.wire
                .transcript
                .note(self.number, Side::Program, event, String::new())
        };
        loop {
            let Some(remaining) = deadline.remaining() else {
                return Ok(Arrival::TimedOut);
            };
            self.set_read_timeout(remaining)?;
            match (&self.socket).read(buffer) {
                Ok(0) => {
                    note(EventKind::End);
                    return Ok(Arrival::End);
                }
                Ok(count) => return Ok(Arrival::Data(count)),
                Err(error) if is_timeout(&error) || error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if is_gone(&error) => {
                    note(EventKind::Reset);
                    return Ok(Arrival::Reset);
                }
                Err(error) => return Err(ours(error)),
            }
        }
    }

    fn set_read_timeout(&self, timeout: Duration) -> Verdict {
        let (timeout, changed) = rounded(timeout, &self.read_timeout);
        if changed {
            self.socket.set_read_timeout(Some(timeout)).map_err(ours)
        } else {
            Ok(())
        }
    }

    pub(super) fn set_write_timeout(&self, timeout: Duration) -> Verdict {
        let (timeout, changed) = rounded(timeout, &self.write_timeout);
        if changed {
            self.socket.set_write_timeout(Some(timeout)).map_err(ours)
        } else {
            Ok(())
        }
    }
}

impl Drop for Connection {
    /// Closes at once: without the guard, a child that is just being started would keep the connection open a little longer.
    fn drop(&mut self) {
        self.closing = Some(LAUNCHING.write().unwrap_or_else(PoisonError::into_inner));
        if !self.closed {
            self.wire
                .transcript
                .note(self.number, Side::Check, EventKind::Close, String::new());
        }
    }
}

/// Writes our own end's address down, where it has one: that of a Unix-domain client has no name.
fn note_local(wire: &Wire, socket: &Socket, number: u32) {
    let local = socket.local_addr().ok().and_then(|addr| addr.as_socket());
    if let Some(local) = local {
        wire.transcript.local(number, local.to_string());
    }
}

/// A Unix-domain connect waits for ever while the listener's queue is full, so it is asked again and again instead.
fn connect_when_there_is_room(
    socket: &Socket,
    addr: &SockAddr,
    deadline: Deadline,
) -> io::Result<()> {
    socket.set_nonblocking(true)?;
    let connected = deadline.poll(|| match socket.connect(addr) {
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => None,
        done => Some(done),
    });
    connected.unwrap_or_else(|| Err(io::ErrorKind::TimedOut.into()))?;
    socket.set_nonblocking(false)
}

/// The timeout in whole steps of 10 ms, at least one (zero would mean none at all), and whether that is another one than before.
fn rounded(timeout: Duration, known: &AtomicU64) -> (Duration, bool) {
    let milliseconds = (timeout.as_millis() as u64).div_ceil(10).max(1) * 10;
    let before = known.swap(milliseconds, Ordering::Relaxed);
    (Duration::from_millis(milliseconds), before != milliseconds)
}
