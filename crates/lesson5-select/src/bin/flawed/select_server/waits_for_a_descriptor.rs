//! Tries to accept again and again, with a pause in between, until it has worked; meanwhile it serves nobody.

use crate::Played;
use crate::select;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;
use std::io;
use std::thread;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn cannot_accept(&mut self, server: &mut Server, _error: &io::Error) {
        let socket = loop {
            match self.accept(server) {
                Ok(socket) => break socket,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                Err(_) => thread::sleep(Duration::from_millis(10)),
            }
        };
        self.welcome(server, socket);
    }
}
