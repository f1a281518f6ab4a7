//! A server of ours, for programs that are clients.

use super::Connection;
use super::Wire;
use super::words::ours;
use crate::Verdict;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::finished::describe;
use crate::names;
use crate::running::Running;
use crate::trace::Over;
use crate::transcript::Side;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::io;
use std::net::Shutdown;
use std::net::SocketAddr;

/// Bytes that the system keeps for us in each direction; Linux doubles it.
const BUFFER: usize = 64 * 1024;

/// A TCP socket of ours that programs connect to, or that refuses them.
#[derive(Debug)]
pub struct Listener {
    socket: Socket,
    addr: SocketAddr,
    wire: Wire,
}

impl Listener {
    pub(crate) fn bind(wire: Wire, addr: SocketAddr) -> Verdict<Listener> {
        let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None).map_err(ours)?;
        // Where the port is not the system's choice, an earlier connection of ours may still be in TIME_WAIT there.
        #[cfg(unix)]
        if addr.port() != 0 {
            socket.set_reuse_address(true).map_err(ours)?;
        }
        names::bind(&socket, addr).map_err(ours)?;
        let bound = socket.local_addr().map_err(ours)?.as_socket();
        let addr = bound.ok_or_else(|| Failure::broken("a TCP socket without an IP address"))?;
        Ok(Listener { socket, addr, wire })
    }

    /// A listener on a socket that is bound to `addr` already.
    pub(super) fn of(wire: Wire, socket: Socket, addr: SocketAddr) -> Listener {
        Listener { socket, addr, wire }
    }

    /// From now on, connections are accepted; until then the port is ours, but refuses them.
    ///
    /// # Errors
    /// `broken` where our own system refuses.
    pub fn listen(&self) -> Verdict {
        // Accepted sockets inherit the sizes. Buffers that grow by themselves may hold 8 MiB, and nobody would ever have to wait.
        self.socket.set_recv_buffer_size(BUFFER).map_err(ours)?;
        self.socket.set_send_buffer_size(BUFFER).map_err(ours)?;
        self.socket.listen(16).map_err(ours)?;
        self.socket.set_nonblocking(true).map_err(ours)
    }

    /// The address that programs connect to.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Waits for the connection of `client`.
    ///
    /// # Errors
    /// `exited` where it ends without one, `no_answer` where it does not connect.
    pub fn accept(&self, client: &Running) -> Verdict<Connection> {
        let expected = || format!("a connection to {}", self.addr);
        // The program may have been started just now, on a crowded machine.
        let deadline = Deadline::after(self.wire.start_time).or_earlier(self.wire.limit);
        let look = || {
            // In this order: what it did before its end is still in the queue.
            let ended = client.ended();
            match (self.socket.accept(), ended) {
                (Ok(accepted), _) => Some(Ok(accepted)),
                (Err(error), _) if !is_passing(&error) => Some(Err(ours(error))),
                (Err(_), None) => None,
                (Err(_), Some(status)) => {
                    let got = format!("it has ended without one: {}", describe(status));
                    Some(Err(Failure::new(Cause::Exited, expected(), got)))
                }
            }
        };
        let mut next = deadline.poll(look);
        if next.is_none() && client.is_asleep() == Some(false) {
            // It is still busy with starting: once more as long.
            let longer = Deadline::after(self.wire.start_time).or_earlier(self.wire.limit);
            next = longer.poll(look);
        }
        let (socket, peer) = next.unwrap_or_else(|| {
            let seconds = self.wire.start_time.as_secs();
            let got = format!("nobody connected for {seconds} s");
            Err(Failure::new(Cause::NoAnswer, expected(), got))
        })?;
        // Accepted sockets inherit the mode on some systems and not on others.
        socket.set_nonblocking(false).map_err(ours)?;
        let number = self.wire.transcript.connection();
        let peer = peer
            .as_socket()
            .map(|addr| addr.to_string())
            .unwrap_or_default();
        self.wire
            .transcript
            .connect(number, Side::Program, Over::Tcp, peer);
        Connection::new(self.wire.clone(), socket, number)
    }
}

impl Drop for Listener {
    /// Stops listening at once: a program that is just being started has a copy of the socket for a moment.
    fn drop(&mut self) {
        // Where nobody was listened to, there is nothing to stop.
        let _ = self.socket.shutdown(Shutdown::Both);
    }
}

/// Nobody is there yet, or somebody has gone again.
fn is_passing(error: &io::Error) -> bool {
    use io::ErrorKind::*;
    matches!(error.kind(), WouldBlock | Interrupted | ConnectionAborted)
}
