//! Says hello before anybody has said a word.

use crate::Played;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn watch(&mut self, server: &mut Server, key: u64, mut client: Client) {
        client.owed.extend(b"hello, this is an echo server\n");
        client.interest = self.interest(&client);
        if server
            .door
            .poller
            .add(&client.socket, key, client.interest)
            .is_ok()
        {
            server.clients.insert(key, client);
        }
    }
}
