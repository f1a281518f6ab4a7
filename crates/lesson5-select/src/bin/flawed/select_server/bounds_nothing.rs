//! Reads on from a client that does not take what it is owed.

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
            reading: !client.has_ended,
            writing: !client.owed.is_empty(),
            mode: Mode::Level,
        }
    }
}
