//! Asks the poller to tell of the listening socket once, and never asks again.

use crate::Played;
use crate::door;
use crate::poller::Interest;
use crate::poller::Mode;
use crate::select;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn let_clients_in(&mut self, server: &mut Server) {
        let once = Interest {
            mode: Mode::OneShot,
            ..Interest::NONE
        };
        if let Ok(socket) = self.accept(server) {
            self.welcome(server, socket);
        }
        let listener = &server.door.listener;
        let _ = server.door.poller.modify(listener, door::KEY, once);
    }
}
