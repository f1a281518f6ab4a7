//! Our end of a UDP conversation.

use super::Wire;
use super::words::is_timeout;
use super::words::ours;
use crate::Verdict;
use crate::bytes::quote;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::trace::Over;
use crate::transcript::EventKind;
use crate::transcript::Side;
use std::net::IpAddr;
use std::net::SocketAddr;
use std::net::UdpSocket;
use std::sync::Once;
use std::time::Duration;

/// The largest datagram that UDP over IPv4 can carry is 65,507 bytes; a larger buffer would show one that is too long.
const LARGEST: usize = 65_536;

/// A UDP socket of ours that talks with one program.
#[derive(Debug)]
pub struct Datagrams {
    socket: UdpSocket,
    program: SocketAddr,
    number: u32,
    wire: Wire,
    /// Our own address is written down with the first datagram.
    first: Once,
}

impl Datagrams {
    pub(crate) fn open(wire: Wire, program: SocketAddr) -> Verdict<Datagrams> {
        let any_port = SocketAddr::new(program.ip(), 0);
        let socket = UdpSocket::bind(any_port).map_err(ours)?;
        let number = wire.transcript.connection();
        let transcript = &wire.transcript;
        transcript.conversation(number, Over::Udp, &program.to_string());
        Ok(Datagrams {
            socket,
            program,
            number,
            wire,
            first: Once::new(),
        })
    }

    /// Sends one datagram.
    ///
    /// # Errors
    /// `broken` where our own system refuses.
    pub fn send(&self, bytes: impl AsRef<[u8]>) -> Verdict {
        let bytes = bytes.as_ref();
        self.wire
            .transcript
            .data(self.number, Side::Check, bytes, true);
        self.first
            .call_once(|| self.note_local(self.number, &self.socket));
        self.socket
            .send_to(bytes, self.program)
            .map(drop)
            .map_err(ours)
    }

    /// Waits for one datagram, which must hold exactly these bytes and come from where the program listens.
    ///
    /// # Errors
    /// `wrong_bytes` or `no_answer`.
    pub fn expect(&self, expected: impl AsRef<[u8]>) -> Verdict {
        let expected = expected.as_ref();
        let got = self.next(&format!("one datagram: {}", quote(expected)), |got| {
            got == expected
        })?;
        if got == expected {
            Ok(())
        } else {
            Err(Failure::different(Cause::WrongBytes, expected, &got))
        }
    }

    /// Waits for as many datagrams, which must hold exactly these bytes: UDP promises no order.
    ///
    /// # Errors
    /// As [`Datagrams::expect`].
    pub fn expect_in_any_order(&self, expected: &[&str]) -> Verdict {
        let mut missing = expected.to_vec();
        while !missing.is_empty() {
            let wanted: Vec<String> = missing.iter().map(|text| quote(text.as_bytes())).collect();
            let wanted = format!("one datagram of these: {}", wanted.join(", "));
            let got = self.next(&wanted, |got| {
                missing.iter().any(|text| text.as_bytes() == got)
            })?;
            let Some(place) = missing.iter().position(|text| text.as_bytes() == got) else {
                return Err(Failure::new(Cause::WrongBytes, wanted, quote(&got)));
            };
            missing.remove(place);
        }
        Ok(())
    }

    /// Sends a datagram to another address of the machine, at the program's port, where nobody may answer.
    ///
    /// # Errors
    /// `listens_elsewhere` where the system does not refuse it.
    pub fn expect_refusal_at(&self, ip: IpAddr) -> Verdict {
        let elsewhere = SocketAddr::new(ip, self.program.port());
        // Only a connected socket is told of a refusal.
        let socket = UdpSocket::bind(SocketAddr::new(ip, 0)).map_err(ours)?;
        socket.connect(elsewhere).map_err(ours)?;
        socket
            .set_read_timeout(Some(self.wire.answer_time))
            .map_err(ours)?;
        let number = self.wire.transcript.connection();
        let transcript = &self.wire.transcript;
        transcript.conversation(number, Over::Udp, &elsewhere.to_string());
        self.wire
            .transcript
            .data(number, Side::Check, b"anybody?", true);
        self.note_local(number, &socket);
        socket.send(b"anybody?").map_err(ours)?;
        let expected = format!("a refusal: nobody listens on {elsewhere}");
        // The system refuses at once what nobody takes; an answer may come from whatever address the server sends it from.
        match socket.recv(&mut [0; 16]) {
            Err(error) if !is_timeout(&error) => Ok(()),
            _ => {
                let got = "somebody took the datagram: the server listens on every address of the machine";
                Err(Failure::new(Cause::ListensElsewhere, expected, got))
            }
        }
    }

    fn note_local(&self, number: u32, socket: &UdpSocket) {
        if let Ok(local) = socket.local_addr() {
            self.wire.transcript.local(number, local.to_string());
        }
    }

    /// The next datagram of the program's. One from elsewhere that holds nothing we sent is a stranger's, and passed over: the
    /// answer to somebody who had our port before.
    fn next(&self, expected: &str, is_ours: impl Fn(&[u8]) -> bool) -> Verdict<Vec<u8>> {
        let deadline = self.wire.answer_deadline();
        while let Some((got, sender)) = self.receive(deadline)? {
            if sender == self.program {
                return Ok(got);
            }
            if is_ours(&got) {
                let expected = format!("a datagram from {}, where it was sent to", self.program);
                let got = format!("{} from {sender}", quote(&got));
                return Err(Failure::new(Cause::WrongBytes, expected, got));
            }
        }
        let got = format!("no datagram for {}", self.wire.answer_seconds());
        Err(Failure::new(Cause::NoAnswer, expected, got))
    }

    fn receive(&self, deadline: Deadline) -> Verdict<Option<(Vec<u8>, SocketAddr)>> {
        let mut buffer = vec![0; LARGEST];
        while let Some(remaining) = deadline.remaining() {
            let timeout = remaining.max(Duration::from_millis(1));
            self.socket.set_read_timeout(Some(timeout)).map_err(ours)?;
            match self.socket.recv_from(&mut buffer) {
                Ok((count, sender)) => {
                    buffer.truncate(count);
                    self.wire
                        .transcript
                        .data(self.number, Side::Program, &buffer, true);
                    if sender != self.program {
                        let sender = sender.to_string();
                        self.wire.transcript.sender(self.number, &sender);
                    }
                    return Ok(Some((buffer, sender)));
                }
                Err(error)
                    if is_timeout(&error) || error.kind() == std::io::ErrorKind::Interrupted => {}
                // Windows reports here that an earlier datagram of ours found nobody.
                Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => {
                    self.wire.transcript.note(
                        self.number,
                        Side::Program,
                        EventKind::Refused,
                        String::new(),
                    );
                }
                Err(error) => return Err(ours(error)),
            }
        }
        Ok(None)
    }
}
