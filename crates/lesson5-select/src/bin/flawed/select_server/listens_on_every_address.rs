//! Listens on all addresses of the machine, whichever it was given.

use crate::Played;
use crate::door;
use crate::select;
use crate::select::Manner;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::ffi::OsString;
use std::io;
use std::net::Ipv4Addr;
use std::net::Ipv6Addr;
use std::net::SocketAddr;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    asked: Option<SocketAddr>,
}
impl Manner for Flawed {
    fn listen(&mut self, addr: SocketAddr) -> io::Result<Socket> {
        let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)?;
        socket.set_reuse_address(true)?;
        let every: SocketAddr = match addr {
            SocketAddr::V4(_) => (Ipv4Addr::UNSPECIFIED, addr.port()).into(),
            SocketAddr::V6(_) => (Ipv6Addr::UNSPECIFIED, addr.port()).into(),
        };
        self.asked = Some(addr);
        socket.bind(&every.into())?;
        socket.listen(door::BACKLOG)?;
        Ok(socket)
    }

    fn announce(&mut self, addr: SocketAddr) {
        let asked = self.asked.unwrap_or(addr);
        door::announce((asked.ip(), addr.port()).into());
    }
}
