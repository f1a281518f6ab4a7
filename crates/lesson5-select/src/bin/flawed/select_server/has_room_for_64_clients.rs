//! Keeps its clients in a table of 64 places, and lets everybody else wait.

use crate::Played;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use crate::select::Server;
use socket2::Socket;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    outside: Vec<Socket>,
}
impl Manner for Flawed {
    fn welcome(&mut self, server: &mut Server, socket: Socket) {
        if server.clients.len() == 64 {
            self.outside.push(socket);
            return;
        }
        let key = server.next_key;
        server.next_key += 1;
        self.watch(server, key, Client::new(socket));
    }
}
