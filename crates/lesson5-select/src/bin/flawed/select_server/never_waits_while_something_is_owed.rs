//! Does not ask the poller for the moment when there is room, but tries again and again while anything is owed to the one served last.

use crate::Played;
use crate::owed;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;
use std::io;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    is_owing: bool,
}
impl Manner for Flawed {
    fn patience(&mut self, server: &Server) -> Option<Duration> {
        if self.is_owing {
            Some(Duration::ZERO)
        } else {
            server.door.patience()
        }
    }

    fn write(&mut self, client: &mut Client) -> io::Result<()> {
        let written = owed::write(&mut client.owed, &client.socket);
        self.is_owing = written.is_ok() && !client.owed.is_empty();
        written
    }
}
