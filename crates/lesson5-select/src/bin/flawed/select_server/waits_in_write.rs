//! Leaves the accepted sockets as they are. It reads only what is there, but its writes wait for whoever does not read.

use crate::Played;
use crate::select;
use crate::select::Manner;
use crate::select::Server;
use socket2::Socket;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn accept(&mut self, server: &mut Server) -> io::Result<Socket> {
        let socket = server.door.accept()?;
        socket.set_nonblocking(false)?;
        Ok(socket)
    }
}
