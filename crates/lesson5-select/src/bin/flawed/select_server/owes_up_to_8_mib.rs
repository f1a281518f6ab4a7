//! Reads on from a client that does not read until it owes 8 MiB.

use crate::Played;
use crate::poller::Interest;
use crate::poller::Mode;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn interest(&mut self, client: &Client) -> Interest {
        Interest {
            reading: !client.has_ended && client.owed.len() < 8 * 1024 * 1024,
            writing: !client.owed.is_empty(),
            mode: Mode::Level,
        }
    }
}
