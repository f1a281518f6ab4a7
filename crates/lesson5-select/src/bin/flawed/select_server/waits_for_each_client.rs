//! Leaves the accepted sockets as they are, and reads each one until nothing is left: on a socket that waits, that is never.

use crate::Played;
use crate::poller::Event;
use crate::select;
use crate::select::Client;
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

    fn proceed(&mut self, client: &mut Client, _event: Event) -> io::Result<()> {
        while !client.has_ended {
            self.read(client)?;
            self.write(client)?;
        }
        Ok(())
    }
}
