//! Cuts off whoever cannot take at once what it is owed.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Client;
use std::ffi::OsString;
use std::io;
use std::net::Shutdown;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn pay(&mut self, client: &mut Client) -> io::Result<()> {
        self.write(client)?;
        if !client.owed.is_empty() {
            return Err(io::Error::other("it does not listen"));
        }
        if client.is_leaving {
            let _ = client.socket.shutdown(Shutdown::Write);
        }
        Ok(())
    }
}
