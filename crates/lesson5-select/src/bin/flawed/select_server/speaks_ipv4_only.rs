//! Makes every socket one of IPv4.

use crate::Played;
use crate::door;
use crate::select;
use crate::select::Manner;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::ffi::OsString;
use std::io;
use std::net::SocketAddr;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn listen(&mut self, addr: SocketAddr) -> io::Result<Socket> {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
        socket.set_reuse_address(true)?;
        socket.bind(&addr.into())?;
        socket.listen(door::BACKLOG)?;
        Ok(socket)
    }
}
