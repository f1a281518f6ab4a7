//! An address where attempts to connect are neither accepted nor refused.

use super::Listener;
use super::Wire;
use super::words::ours;
use crate::Verdict;
use crate::failure::Failure;
use crate::names;
use crate::queues;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::net::SocketAddr;
use std::time::Duration;

/// A listener whose queue is full. Linux drops every further attempt to connect without a word, as a machine that is switched off
/// would, and nothing leaves this one.
#[derive(Debug)]
pub struct Silent {
    addr: SocketAddr,
    wire: Wire,
    listener: Socket,
    /// Our own connection, which fills the queue.
    _filler: Socket,
}

impl Silent {
    pub(crate) fn listen(wire: Wire, addr: SocketAddr) -> Verdict<Silent> {
        if !cfg!(target_os = "linux") {
            return Err(Failure::unavailable(
                "this system refuses where Linux stays silent",
            ));
        }
        let stream = || Socket::new(Domain::for_address(addr), Type::STREAM, None).map_err(ours);
        let (listener, filler) = (stream()?, stream()?);
        // An earlier connection of ours may still be in TIME_WAIT there.
        listener.set_reuse_address(true).map_err(ours)?;
        names::bind(&listener, addr).map_err(ours)?;
        // A queue of length 0 holds one connection.
        listener.listen(0).map_err(ours)?;
        let bound = |socket: &Socket| {
            let addr = socket.local_addr().map_err(ours)?.as_socket();
            addr.ok_or_else(|| Failure::broken("a TCP socket without an IP address"))
        };
        let addr = bound(&listener)?;
        let patience = Duration::from_secs(5);
        filler
            .connect_timeout(&addr.into(), patience)
            .map_err(ours)?;
        // Connected is only our half of it. A byte that has been acknowledged proves that the other half stands in the queue.
        filler.send(b"!").map_err(ours)?;
        let from = bound(&filler)?;
        let is_queued = || (queues::is_delivered(from, addr) != Some(false)).then_some(());
        let queued = wire.answer_deadline().poll(is_queued);
        queued.ok_or_else(|| Failure::broken(format!("the queue at {addr} does not fill")))?;
        Ok(Silent {
            addr,
            wire,
            listener,
            _filler: filler,
        })
    }

    /// From now on the address accepts like any other: whoever is still asking is heard at the next attempt that its system makes,
    /// which is 1 s after the first one.
    ///
    /// # Errors
    /// `broken` where our own system refuses.
    pub fn relent(self) -> Verdict<Listener> {
        let listener = self.listener.try_clone().map_err(ours)?;
        listener.accept().map_err(ours)?;
        let listener = Listener::of(self.wire.clone(), listener, self.addr);
        listener.listen()?;
        Ok(listener)
    }

    /// The address that never answers.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }
}
