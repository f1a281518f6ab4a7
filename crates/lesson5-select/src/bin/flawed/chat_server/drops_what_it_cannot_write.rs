//! Throws away what cannot be written at once, and all that is for the same client after that: whether there is room again a moment
//! later depends on the system.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::owed;
use crate::room::Client;
use std::collections::HashSet;
use std::ffi::OsString;
use std::io;
use std::net::SocketAddr;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    /// Those for whom something was thrown away.
    deaf: HashSet<SocketAddr>,
}

impl Manner for Flawed {
    fn write(&mut self, client: &mut Client) -> io::Result<()> {
        let addr = client.socket.peer_addr()?.as_socket();
        let is_deaf = addr.is_some_and(|addr| self.deaf.contains(&addr));
        if !is_deaf {
            owed::write(&mut client.owed, &client.socket)?;
        }
        if !client.owed.is_empty() {
            self.deaf.extend(addr);
            client.owed.clear();
        }
        Ok(())
    }
}
