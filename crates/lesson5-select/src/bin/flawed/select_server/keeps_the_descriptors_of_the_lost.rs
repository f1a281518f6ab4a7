//! Forgets to close the sockets of those whose connection has failed.

use crate::Played;
use crate::select;
use crate::select::Manner;
use crate::select::Server;
use socket2::Socket;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    lost: Vec<Socket>,
}
impl Manner for Flawed {
    fn lose(&mut self, server: &mut Server, key: u64, _error: &io::Error) {
        if let Some(client) = server.clients.remove(&key) {
            let _ = server.door.poller.delete(&client.socket);
            self.lost.push(client.socket);
        }
    }
}
