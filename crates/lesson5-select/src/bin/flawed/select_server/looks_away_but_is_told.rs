//! Reads no more from a client that owes it too much, but lets the poller tell of it all the same, again and again.

use crate::Played;
use crate::poller::Event;
use crate::poller::Interest;
use crate::poller::Mode;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn proceed(&mut self, client: &mut Client, event: Event) -> io::Result<()> {
        if event.readable && client.owed.len() < select::MOST_OWED {
            self.read(client)?;
        }
        self.write(client)
    }

    fn interest(&mut self, client: &Client) -> Interest {
        Interest {
            reading: !client.has_ended,
            writing: !client.owed.is_empty(),
            mode: Mode::Level,
        }
    }
}
