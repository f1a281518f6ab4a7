//! Goes on asking whether it can read from a client that has ended, while there is still something to be sent.

use crate::Played;
use crate::poller::Interest;
use crate::poller::Mode;
use crate::select::Client;
use crate::select::Manner;
use crate::select;
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
