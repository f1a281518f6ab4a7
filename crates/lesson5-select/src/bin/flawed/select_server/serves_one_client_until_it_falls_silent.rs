//! Reads and writes for one client as long as anything is left to be done for it.

use crate::Played;
use crate::poller::Event;
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
        if !event.readable {
            return self.write(client);
        }
        let mut before = usize::MAX;
        while !client.has_ended && client.owed.len() != before || !client.owed.is_empty() {
            before = client.owed.len();
            if client.owed.len() < select::MOST_OWED && !client.has_ended {
                self.read(client)?;
            }
            self.write(client)?;
        }
        Ok(())
    }
}
