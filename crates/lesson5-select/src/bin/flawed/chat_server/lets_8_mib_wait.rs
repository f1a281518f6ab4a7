//! Cuts off only one who is owed more than 8 MiB.

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
        if client.owed.len() > 8 * 1024 * 1024 {
            return Err(io::Error::other("it does not listen"));
        }
        if client.is_leaving && client.owed.is_empty() {
            let _ = client.socket.shutdown(Shutdown::Write);
        }
        Ok(())
    }
}
