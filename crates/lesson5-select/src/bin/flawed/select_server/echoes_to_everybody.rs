//! Owes what one client has sent to all of them.

use crate::Played;
use crate::poller::Event;
use crate::select::Manner;
use crate::select::Server;
use crate::select;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn serve(&mut self, server: &mut Server, event: Event) {
        let Some(client) = server.clients.get_mut(&event.key) else {
            return;
        };
        let before = client.owed.len();
        if event.readable && client.interest.reading
            && let Err(error) = self.read(client)
        {
            return self.lose(server, event.key, &error);
        }
        let bytes: Vec<u8> = client.owed.range(before..).copied().collect();
        for (key, other) in &mut server.clients {
            if *key != event.key {
                other.owed.extend(&bytes);
            }
        }
        let keys: Vec<u64> = server.clients.keys().copied().collect();
        for key in keys {
            if bytes.is_empty() && key != event.key {
                continue;
            }
            let Some(client) = server.clients.get_mut(&key) else {
                continue;
            };
            match self.write(client) {
                Ok(()) if self.is_done(client) => self.remove(server, key),
                Ok(()) => self.ask_again(server, key),
                Err(error) => self.lose(server, key, &error),
            }
        }
    }
}
