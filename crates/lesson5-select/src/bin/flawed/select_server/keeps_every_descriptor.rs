//! Ends every conversation as it should be, and keeps the socket.

use crate::Played;
use crate::select;
use crate::select::Manner;
use crate::select::Server;
use socket2::Socket;
use std::ffi::OsString;
use std::net::Shutdown;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    past: Vec<Socket>,
}
impl Manner for Flawed {
    fn remove(&mut self, server: &mut Server, key: u64) {
        if let Some(client) = server.clients.remove(&key) {
            let _ = server.door.poller.delete(&client.socket);
            let _ = client.socket.shutdown(Shutdown::Both);
            self.past.push(client.socket);
        }
    }
}
