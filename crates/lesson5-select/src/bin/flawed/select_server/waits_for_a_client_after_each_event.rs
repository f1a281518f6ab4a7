//! Leaves the listening socket as it is, and accepts whenever anything has happened.

use crate::Played;
use crate::door;
use crate::poller::Event;
use crate::select;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn wake_up(&mut self, server: &mut Server, events: &[Event]) {
        for event in events.iter().filter(|event| event.key != door::KEY) {
            self.serve(server, *event);
        }
        let _ = server.door.listener.set_nonblocking(false);
        match self.accept(server) {
            Ok(socket) => self.welcome(server, socket),
            Err(error) => self.cannot_accept(server, &error),
        }
    }
}
