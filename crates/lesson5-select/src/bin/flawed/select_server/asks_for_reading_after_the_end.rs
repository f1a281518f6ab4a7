//! Wants to hear that a client at its end of file can be read, as long as little is owed: it always can, so the loop never rests.

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
            reading: client.owed.len() < select::MOST_OWED,
            writing: !client.owed.is_empty(),
            mode: Mode::Level,
        }
    }
}
