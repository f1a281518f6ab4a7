//! Leaves the accepted sockets as they are, and reads each of them until its line is whole.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::poller::Event;
use crate::room::Room;
use std::ffi::OsString;
use std::io::Read;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn serve(&mut self, room: &mut Room, event: Event) {
        let Some(client) = room.clients.get(&event.key) else {
            return;
        };
        room.unsettled.insert(event.key);
        let _ = client.socket.set_nonblocking(false);
        let (mut line, mut chunk) = (Vec::new(), [0; 16 * 1024]);
        while !line.ends_with(b"\n") && line.len() <= chat::LONGEST {
            match (&client.socket).read(&mut chunk) {
                Ok(0) => {
                    self.hear(room, event.key, &line);
                    return self.end_of_file(room, event.key);
                }
                Ok(count) => line.extend(&chunk[..count]),
                Err(error) => return self.lose(room, event.key, &error),
            }
        }
        let _ = client.socket.set_nonblocking(true);
        self.hear(room, event.key, &line);
    }
}
