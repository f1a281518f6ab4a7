//! Stops reading from a client that it owes too much, and never begins again.

use crate::Played;
use crate::owed;
use crate::poller::Interest;
use crate::poller::Mode;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn watch(&mut self, server: &mut Server, key: u64, mut client: Client) {
        client.interest = Interest::READING;
        let added = server
            .door
            .poller
            .add(&client.socket, key, Interest::READING);
        if added.is_ok() {
            server.clients.insert(key, client);
        }
    }

    fn write(&mut self, client: &mut Client) -> io::Result<()> {
        match owed::write_piece(&mut client.owed, &client.socket) {
            // Whether all that it owed has found room before a reset must not decide what is seen of this one.
            Err(_) if !client.interest.reading => Ok(()),
            written => written,
        }
    }

    fn interest(&mut self, client: &Client) -> Interest {
        Interest {
            reading: client.interest.reading && !client.has_ended && client.owed.len() < 32 * 1024,
            writing: !client.owed.is_empty(),
            mode: Mode::Level,
        }
    }
}
