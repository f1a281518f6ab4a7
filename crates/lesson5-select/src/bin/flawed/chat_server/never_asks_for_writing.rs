//! Never asks when there is room again: what is owed waits for the next line.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::poller::Interest;
use crate::room::Client;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn interest(&mut self, _client: &Client) -> Interest {
        Interest::READING
    }
}
