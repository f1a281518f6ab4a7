//! Large amounts in both directions at once: what an echo gives back while it is still being sent to.

use super::Connection;
use super::connection::Arrival;
use super::connection::CHUNK;
use super::words::cause_of;
use super::words::is_timeout;
use crate::Verdict;
use crate::bytes::thousands;
use crate::deadline::Deadline;
use crate::failure::Failure;
use crate::transcript::EventKind;
use crate::transcript::Side;
use std::io;
use std::net::Shutdown;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// Without progress for so long, a transfer is taken to have filled every buffer on its way.
const STALL: Duration = Duration::from_millis(20);
/// A reader of a large amount that gets less than so much at once lets more arrive before it reads again.
const DRIBBLE: usize = 1024;
const DRIBBLE_PAUSE: Duration = Duration::from_micros(500);

/// What the sending thread tells the reading one.
#[derive(Debug, Default)]
struct Sending {
    sent: AtomicUsize,
    stop: AtomicBool,
}

impl Connection {
    /// Sends all of `data` while it reads the same bytes back, as an echo must give them. A `late_reader` begins to read only when
    /// its own sending has come to a stop, because every buffer on the way is full.
    ///
    /// # Errors
    /// As [`Connection::expect`]; for a transfer that stands still, `no_answer` with how far each direction came.
    pub fn exchange(&mut self, data: &[u8], late_reader: bool) -> Verdict {
        self.transfer(data, late_reader, || {})
    }

    /// Sends all of `data` and the end of file behind it, and begins to read the same bytes back only when its own sending has come to a
    /// stop. The program's end of file must come behind them.
    ///
    /// # Errors
    /// As [`Connection::exchange`] and [`Connection::expect_close`].
    pub fn exchange_to_the_end(&mut self, data: &[u8]) -> Verdict {
        self.transfer(data, true, || {
            // It fails where the connection is gone, as the reader will see.
            let _ = self.socket.shutdown(Shutdown::Write);
            self.note_end();
        })?;
        self.sent = None;
        self.expect_close()
    }

    /// Sends on one thread, which does `end` when it is done, and reads on this one.
    fn transfer(&self, data: &[u8], late_reader: bool, end: impl FnOnce() + Send) -> Verdict {
        // A short timeout lets the sender look up; what counts is the time without progress in any direction.
        self.set_write_timeout(STALL)?;
        let sending = Sending::default();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                self.send_all(data, &sending);
                end();
            });
            if late_reader {
                self.wait_for_stall(data.len(), &sending);
            }
            let verdict = self.read_echo(data, &sending);
            sending.stop.store(true, Ordering::Relaxed);
            verdict
        })
    }

    pub(super) fn note_end(&self) {
        self.wire
            .transcript
            .note(self.number, Side::Check, EventKind::End, String::new());
    }

    fn send_all(&self, data: &[u8], sending: &Sending) {
        let mut sent = 0;
        while sent < data.len() && !sending.stop.load(Ordering::Relaxed) {
            let piece = &data[sent..data.len().min(sent + CHUNK)];
            match self.socket.send(piece) {
                Ok(count) => {
                    self.wire
                        .transcript
                        .data(self.number, Side::Check, &piece[..count], false);
                    sent += count;
                    sending.sent.store(sent, Ordering::Relaxed);
                }
                Err(error) if is_timeout(&error) || error.kind() == io::ErrorKind::Interrupted => {}
                // The reader sees the same as a reset or an end of file.
                Err(_) => break,
            }
        }
    }

    fn wait_for_stall(&self, length: usize, sending: &Sending) {
        let mut last = (0, Deadline::after(STALL));
        // Whatever ends the wait, the verdict comes from the reading that follows.
        self.wire.answer_deadline().poll(|| {
            let sent = sending.sent.load(Ordering::Relaxed);
            if sent > last.0 {
                last = (sent, Deadline::after(STALL));
            }
            let has_stalled =
                last.1.has_passed() && self.program_has_stopped_reading() != Some(false);
            (sent == length || has_stalled).then_some(())
        });
    }

    fn read_echo(&self, data: &[u8], sending: &Sending) -> Verdict {
        let mut chunk = vec![0; CHUNK];
        let mut read = 0;
        let mut sent_before = 0;
        while read < data.len() {
            let arrival = self.read(&mut chunk, self.wire.answer_deadline())?;
            let sent = sending.sent.load(Ordering::Relaxed);
            let count = match arrival {
                Arrival::Data(count) => count,
                Arrival::TimedOut if sent > sent_before => 0,
                ended => {
                    let (read, sent) = (thousands(read as u64), thousands(sent as u64));
                    let end = self.end_in_words(&ended);
                    let expected =
                        format!("all {} bytes that were sent", thousands(data.len() as u64));
                    let got = format!("not all of them, then {end}");
                    let measured =
                        format!("{read} bytes came back of the {sent} handed over until then");
                    return Err(
                        Failure::new(cause_of(&ended), expected, got).with_measured(measured)
                    );
                }
            };
            sent_before = sent;
            if (1..DRIBBLE).contains(&count) {
                // Whoever writes single bytes would be slowed down by a reader that takes each one.
                std::thread::park_timeout(DRIBBLE_PAUSE);
            }
            if data.get(read..read + count) != Some(&chunk[..count]) {
                let got = [&data[..read], &chunk[..count]].concat();
                return Err(self.wrong_echo(data, got));
            }
            read += count;
        }
        Ok(())
    }
}
