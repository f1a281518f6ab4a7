//! Closes all connections when one of them fails.

use crate::Played;
use crate::select;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;
use std::io;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn lose(&mut self, server: &mut Server, _key: u64, error: &io::Error) {
        eprintln!("starting again: {error}");
        let keys: Vec<u64> = server.clients.keys().copied().collect();
        for key in keys {
            if let Some(client) = server.clients.get(&key) {
                let _ = client.socket.set_linger(Some(Duration::ZERO));
            }
            self.remove(server, key);
        }
    }
}
