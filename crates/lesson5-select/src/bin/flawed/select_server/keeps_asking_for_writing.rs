//! Asks to be told that there is room when something is owed, and does not take it back when nothing is owed any more.

use crate::Played;
use crate::poller::Event;
use crate::poller::Interest;
use crate::poller::Mode;
use crate::select::Client;
use crate::select::Manner;
use crate::select;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn interest(&mut self, client: &Client) -> Interest {
        Interest {
            reading: !client.has_ended && client.owed.len() < select::MOST_OWED,
            writing: client.interest.writing || !client.owed.is_empty(),
            mode: Mode::Level,
        }
    }

    fn proceed(&mut self, client: &mut Client, event: Event) -> io::Result<()> {
        // What is read is written at the next event, when the poller has said that there is room.
        if event.writable {
            self.write(client)?;
        }
        if event.readable && client.interest.reading {
            self.read(client)?;
        }
        Ok(())
    }
}
