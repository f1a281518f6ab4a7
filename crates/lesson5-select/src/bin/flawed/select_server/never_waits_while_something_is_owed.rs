//! Does not ask the poller for the moment when there is room, but tries again and again while anything is owed.

use crate::Played;
use crate::select::Manner;
use crate::select::Server;
use crate::select;
use std::ffi::OsString;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn patience(&mut self, server: &Server) -> Option<Duration> {
        let is_owing = server.clients.values().any(|client| !client.owed.is_empty());
        if is_owing { Some(Duration::ZERO) } else { server.door.patience() }
    }
}
