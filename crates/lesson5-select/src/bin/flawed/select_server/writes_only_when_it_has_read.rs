//! Never asks the poller for the moment when there is room: what could not be written waits for the next bytes of the client's.

use crate::Played;
use crate::owed;
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
    fn write(&mut self, client: &mut Client) -> io::Result<()> {
        owed::write_piece(&mut client.owed, &client.socket)
    }

    fn interest(&mut self, client: &Client) -> Interest {
        Interest {
            reading: !client.has_ended && client.owed.len() < select::MOST_OWED,
            writing: false,
            mode: Mode::Level,
        }
    }
}
