//! Makes a new list of its clients, sorted by their address, after each event.

use crate::Played;
use crate::door;
use crate::poller::Event;
use crate::select::Manner;
use crate::select::Server;
use crate::select;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    list: Vec<String>,
}
impl Manner for Flawed {
fn wake_up(&mut self, server: &mut Server, events: &[Event]) {
        for event in events {
            if event.key == door::KEY {
                self.let_clients_in(server);
            } else {
                self.serve(server, *event);
            }
            let clients = server.clients.values();
            self.list = clients.map(|client| format!("{:?}", client.socket)).collect();
            self.list.sort_unstable();
        }
    }
}
