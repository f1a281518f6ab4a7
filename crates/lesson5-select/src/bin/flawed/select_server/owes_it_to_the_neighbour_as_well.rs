//! Owes what one client has sent to the one before it in the list, too.

use crate::Played;
use crate::poller::Event;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use crate::select::Server;
use std::ffi::OsString;
use std::mem;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    /// What has come at the last read.
    heard: Vec<u8>,
}
impl Manner for Flawed {
    fn serve(&mut self, server: &mut Server, event: Event) {
        let Some(client) = server.clients.get_mut(&event.key) else {
            return;
        };
        let before = client.owed.len();
        match self.proceed(client, event) {
            Ok(()) if self.is_done(client) => return self.remove(server, event.key),
            Ok(()) => self.ask_again(server, event.key),
            Err(error) => return self.lose(server, event.key, &error),
        }
        let heard = mem::take(&mut self.heard);
        let mut earlier = server.clients.range_mut(..event.key);
        if before == 0
            && let Some((_, neighbour)) = earlier.next_back()
        {
            neighbour.owed.extend(&heard);
            let _ = self.write(neighbour);
        }
    }

    fn owe(&mut self, client: &mut Client, bytes: &[u8]) {
        client.owed.extend(bytes);
        self.heard = bytes.to_vec();
    }
}
