//! Messages of which a check knows the frame, but not every byte: it reads one whole, and then looks at it.

use super::Connection;
use super::aftermath::EXTRA;
use super::connection::Arrival;
use super::connection::CHUNK;
use super::words::is_timeout;
use super::words::ours;
use crate::Verdict;
use crate::bytes::quote;
use crate::bytes::thousands;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::transcript::Side;
use socket2::Socket;
use std::io;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// A message without an end is given up at so many bytes.
const LONGEST: usize = 64 * 1024;
/// A flood that makes no progress for so long, while the program sleeps, is over.
const STALL: Duration = Duration::from_millis(60);
/// The same where nobody tells whether it sleeps.
const ENOUGH: Duration = Duration::from_millis(500);
/// How often a sender that makes no progress looks whether it is still wanted.
const LOOK: Duration = Duration::from_millis(10);

impl Connection {
    /// Reads up to and with `end`, and not a byte further. `expected` says in words what should come.
    ///
    /// # Errors
    /// `closed_early`, `reset` or `no_answer`, with what came until then; `wrong_bytes` after 64 KiB without the end.
    pub fn read_until(&mut self, end: &[u8], expected: &str) -> Verdict<Vec<u8>> {
        let mut message = Vec::new();
        self.read_to(&mut message, end, expected)?;
        Ok(message)
    }

    /// Reads exactly `length` bytes. `expected` says in words what should come.
    ///
    /// # Errors
    /// As [`Connection::read_until`].
    pub fn read_exactly(&mut self, length: usize, expected: &str) -> Verdict<Vec<u8>> {
        let mut message = vec![0; length];
        let mut filled = 0;
        while filled < length {
            match self.read(&mut message[filled..], self.wire.answer_deadline())? {
                Arrival::Data(count) => filled += count,
                ended => return Err(self.message_cut(&ended, expected, &message[..filled])),
            }
        }
        Ok(message)
    }

    /// Reads to the end of file. `expected` says in words what should come.
    ///
    /// # Errors
    /// As [`Connection::read_until`].
    pub fn read_to_end(&mut self, expected: &str) -> Verdict<Vec<u8>> {
        let mut message = Vec::new();
        let mut chunk = vec![0; CHUNK];
        while message.len() < LONGEST {
            match self.read(&mut chunk, self.wire.answer_deadline())? {
                Arrival::Data(count) => message.extend_from_slice(&chunk[..count]),
                Arrival::End => return Ok(message),
                ended => return Err(self.message_cut(&ended, expected, &message)),
            }
        }
        let got = format!("{} bytes, and no end", thousands(LONGEST as u64));
        Err(Failure::new(Cause::WrongBytes, expected, got))
    }

    /// The program closes the connection without another byte: by an end of file or, where everything that was to be said has been
    /// read, by a reset.
    ///
    /// # Errors
    /// `wrong_bytes` where something comes, `no_answer` where it stays open.
    pub fn expect_close(&mut self) -> Verdict {
        let expected = "the connection to be closed";
        let mut extra = [0; EXTRA];
        match self.read(&mut extra, self.wire.answer_deadline())? {
            Arrival::End | Arrival::Reset => Ok(()),
            Arrival::Data(count) => {
                let mut got = extra[..count].to_vec();
                self.finish_wrong(b"", &mut got);
                Err(Failure::new(Cause::WrongBytes, expected, quote(&got)))
            }
            Arrival::TimedOut => {
                let got = format!("it stayed open for {}", self.wire.answer_seconds());
                Err(Failure::new(Cause::NoAnswer, expected, got))
            }
        }
    }

    /// Says nothing for so long: where what is checked is that the program goes on waiting. It may shut its sending side meanwhile.
    ///
    /// # Errors
    /// `wrong_bytes` where something comes, `reset` where the connection is cut.
    pub fn hesitate(&mut self, time: Duration) -> Verdict {
        let expected = "the program to wait";
        let deadline = Deadline::after(time).or_earlier(self.wire.limit);
        let mut extra = [0; EXTRA];
        match self.read(&mut extra, deadline)? {
            Arrival::TimedOut => Ok(()),
            Arrival::End => {
                // Nothing else can come; what is left of the time is waited for all the same.
                deadline.poll(|| None::<()>);
                Ok(())
            }
            Arrival::Data(count) => {
                let mut got = extra[..count].to_vec();
                self.finish_wrong(b"", &mut got);
                Err(Failure::new(Cause::WrongBytes, expected, quote(&got)))
            }
            Arrival::Reset => Err(self.message_cut(&Arrival::Reset, expected, &[])),
        }
    }

    /// Sends single bytes, with pauses, until the program says `expected`.
    ///
    /// # Errors
    /// As [`Connection::expect`].
    pub fn trickle_until(&mut self, byte: u8, pause: Duration, expected: &str) -> Verdict {
        let deadline = self.wire.answer_deadline();
        let mut first = [0];
        loop {
            match self.read(&mut first, Deadline::after(pause).or_earlier(deadline))? {
                Arrival::TimedOut if !deadline.has_passed() => self.send([byte])?,
                Arrival::Data(_) if expected.as_bytes()[0] == first[0] => {
                    return self.expect(&expected[1..]);
                }
                Arrival::Data(_) => {
                    let got = self.read_until(b"\n", expected).unwrap_or_default();
                    let got = [first.as_slice(), &got].concat();
                    return Err(Failure::different(
                        Cause::WrongBytes,
                        expected.as_bytes(),
                        &got,
                    ));
                }
                ended => return Err(self.message_cut(&ended, &quote(expected.as_bytes()), &[])),
            }
        }
    }

    /// Goes on sending single bytes, with pauses, until the connection is closed altogether: until its system refuses them.
    ///
    /// # Errors
    /// `no_answer` where they are taken for as long as an answer may take.
    pub fn send_until_refused(&mut self, byte: u8, pause: Duration) -> Verdict {
        let deadline = self.wire.answer_deadline();
        while !deadline.has_passed() {
            if self.send([byte]).is_err() {
                return Ok(());
            }
            Deadline::after(pause).poll(|| None::<()>);
        }
        let got = format!("its bytes were taken for {}", self.wire.answer_seconds());
        let expected = "the connection to be closed in both directions";
        Err(Failure::new(Cause::NoAnswer, expected, got))
    }

    /// Sends `length` bytes `x` for as long as the program takes them, while `converse` reads what comes back, and goes on after that.
    /// A program that has heard enough may close, reset, or stop reading: that is no failure here.
    ///
    /// # Errors
    /// Those of `converse`.
    pub fn flood(
        &mut self,
        length: usize,
        converse: impl FnOnce(&mut Connection) -> Verdict,
    ) -> Verdict {
        self.flood_with(b"x", length, converse)
    }

    /// [`Connection::flood`] with `word` again and again.
    ///
    /// # Errors
    /// Those of `converse`.
    pub fn flood_with(
        &mut self,
        word: &[u8],
        length: usize,
        converse: impl FnOnce(&mut Connection) -> Verdict,
    ) -> Verdict {
        self.flood_counted(word, length, converse).map(drop)
    }

    /// Sends up to `most` bytes `x`, until the program takes no more of them, and reads nothing. Answers with how many were taken.
    ///
    /// # Errors
    /// `broken` where our own system refuses.
    pub fn fill(&mut self, most: usize) -> Verdict<usize> {
        self.flood_counted(b"x", most, |_| Ok(()))
    }

    fn flood_counted(
        &mut self,
        word: &[u8],
        length: usize,
        converse: impl FnOnce(&mut Connection) -> Verdict,
    ) -> Verdict<usize> {
        let piece = word.repeat(CHUNK / word.len());
        let socket = self.socket.try_clone().map_err(ours)?;
        // The timeout belongs to the connection, whichever handle sets it.
        self.set_write_timeout(LOOK)?;
        let (transcript, number) = (self.wire.transcript.clone(), self.number);
        let (stop, sent) = (AtomicBool::new(false), AtomicUsize::new(0));
        let deadline = self.wire.answer_deadline();
        std::thread::scope(|scope| {
            let sender = scope.spawn(|| {
                send_all(&socket, &piece, length, &stop, |piece| {
                    sent.fetch_add(piece.len(), Ordering::Relaxed);
                    transcript.data(number, Side::Check, piece, false);
                });
            });
            let verdict = converse(self);
            // Whoever keeps what it reads is found out by the rest. Whoever reads no more has heard enough.
            let mut last = (
                sent.load(Ordering::Relaxed),
                Deadline::after(STALL),
                Deadline::after(ENOUGH),
            );
            deadline.poll(|| {
                let now = sent.load(Ordering::Relaxed);
                if now > last.0 {
                    last = (now, Deadline::after(STALL), Deadline::after(ENOUGH));
                }
                let has_stalled = last.1.has_passed()
                    && self
                        .program_has_stopped_reading()
                        .unwrap_or_else(|| last.2.has_passed());
                (verdict.is_err() || sender.is_finished() || has_stalled).then_some(())
            });
            stop.store(true, Ordering::Relaxed);
            verdict
        })?;
        Ok(sent.into_inner())
    }

    fn read_to(&self, message: &mut Vec<u8>, end: &[u8], expected: &str) -> Verdict {
        // One byte at a time, so that what comes after the end stays where it is.
        let mut byte = [0];
        while !message.ends_with(end) {
            if message.len() >= LONGEST {
                let got = format!("{} bytes without its end", thousands(message.len() as u64));
                return Err(Failure::new(Cause::WrongBytes, expected, got));
            }
            match self.receive(&mut byte, self.wire.answer_deadline())? {
                Arrival::Data(_) => {
                    message.push(byte[0]);
                    let (transcript, is_first) = (&self.wire.transcript, message.len() == 1);
                    transcript.byte(self.number, Side::Program, byte[0], is_first);
                }
                ended => return Err(self.message_cut(&ended, expected, message)),
            }
        }
        Ok(())
    }

    fn message_cut(&self, ended: &Arrival, expected: &str, message: &[u8]) -> Failure {
        self.broken_off(ended, expected, message)
    }
}

/// Sends as much as is taken, until `stop`; `note` hears of each piece.
fn send_all(socket: &Socket, piece: &[u8], length: usize, stop: &AtomicBool, note: impl Fn(&[u8])) {
    let mut sent = 0;
    while sent < length && !stop.load(Ordering::Relaxed) {
        // Goes on where the last send came to an end, so that no word is cut.
        let rest = &piece[sent % piece.len()..];
        match socket.send(&rest[..rest.len().min(length - sent)]) {
            Ok(count) => {
                note(&piece[..count]);
                sent += count;
            }
            Err(error) if is_timeout(&error) || error.kind() == io::ErrorKind::Interrupted => {}
            // Whoever reads sees the same as a reset or an end of file.
            Err(_) => break,
        }
    }
}
