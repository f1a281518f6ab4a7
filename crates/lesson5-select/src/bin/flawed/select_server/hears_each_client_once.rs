//! Asks the poller to tell of each client once, and forgets to ask again.

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
            reading: !client.has_ended && client.owed.len() < select::MOST_OWED,
            writing: !client.owed.is_empty(),
            mode: Mode::OneShot,
        }
    }
}
