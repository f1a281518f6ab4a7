//! Says on stdout who comes.

use crate::Played;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use crate::select::Server;
use socket2::Socket;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn welcome(&mut self, server: &mut Server, socket: Socket) {
        println!("client {} has come", server.next_key);
        let key = server.next_key;
        server.next_key += 1;
        self.watch(server, key, Client::new(socket));
    }
}
