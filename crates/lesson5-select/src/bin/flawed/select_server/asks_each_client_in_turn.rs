//! Has no use for what the poller tells: it tries to read each client, one after the other, without a break.

use crate::Played;
use crate::poller::Event;
use crate::select;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn patience(&mut self, _server: &Server) -> Option<Duration> {
        Some(Duration::ZERO)
    }

    fn wake_up(&mut self, server: &mut Server, _events: &[Event]) {
        self.let_clients_in(server);
        let keys: Vec<u64> = server.clients.keys().copied().collect();
        for key in keys {
            let event = Event {
                key,
                readable: true,
            };
            self.serve(server, event);
        }
    }
}
