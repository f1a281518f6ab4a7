//! Cuts a client off to whom it owes more than 1 MiB, where it ought to stop reading.

use crate::Played;
use crate::owed;
use crate::poller::Interest;
use crate::poller::Mode;
use crate::select::Client;
use crate::select::Manner;
use crate::select;
use std::ffi::OsString;
use std::io;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn write(&mut self, client: &mut Client) -> io::Result<()> {
        owed::write(&mut client.owed, &client.socket)?;
        if client.owed.len() <= 1024 * 1024 {
            return Ok(());
        }
        // Gone at once, whatever is still on the way.
        client.socket.set_linger(Some(Duration::ZERO))?;
        Err(io::Error::other("it does not read"))
    }

    fn interest(&mut self, client: &Client) -> Interest {
        Interest {
            reading: !client.has_ended,
            writing: !client.owed.is_empty(),
            mode: Mode::Level,
        }
    }
}
