//! Counts what is owed before it has tried to write it.

use crate::Played;
use crate::chat::Manner;
use crate::chat;
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
        if client.owed.len() > chat::MOST_OWED {
            return Err(io::Error::other("it does not listen"));
        }
        self.write(client)?;
        if client.is_leaving && client.owed.is_empty() {
            let _ = client.socket.shutdown(Shutdown::Write);
        }
        Ok(())
    }
}
