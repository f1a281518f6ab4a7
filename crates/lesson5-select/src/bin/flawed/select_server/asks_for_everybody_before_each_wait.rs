//! Tells the poller before each wait which sockets there are, as select() wants it.

use crate::Played;
use crate::poller::Event;
use crate::select;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn wait(&mut self, server: &mut Server) -> io::Result<Vec<Event>> {
        for (key, client) in &server.clients {
            server
                .door
                .poller
                .modify(&client.socket, *key, client.interest)?;
        }
        let patience = self.patience(server);
        server.door.wait(patience)
    }
}
