//! Gathers what is said for a moment, and then tells each client what the others have said, those first who came after it.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::door;
use crate::poller::Event;
use crate::room::Room;
use std::ffi::OsString;
use std::mem;
use std::thread;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    said: Vec<(u64, Vec<u8>)>,
}
impl Manner for Flawed {
    fn wake_up(&mut self, room: &mut Room, events: &[Event]) {
        for event in events {
            if event.key == door::KEY {
                self.let_clients_in(room);
            } else {
                self.serve(room, *event);
            }
        }
        let mut said = mem::take(&mut self.said);
        let listeners: Vec<u64> = room.clients.keys().copied().collect();
        for listener in listeners {
            // Stable: what one of them has said stays in its order.
            said.sort_by_key(|(speaker, _)| (*speaker < listener, *speaker));
            for (speaker, heard) in &said {
                let is_here = room.name_of(listener).is_some();
                if *speaker != listener && is_here {
                    self.tell(room, listener, heard);
                }
            }
        }
        self.settle(room);
        self.close_in_time(room);
        thread::sleep(Duration::from_millis(2));
    }

    fn speak(&mut self, _room: &mut Room, key: u64, name: &str, line: &[u8]) {
        let heard = [name.as_bytes(), b": ", line, b"\n"].concat();
        self.said.push((key, heard));
    }

    fn end_of_file(&mut self, room: &mut Room, key: u64) {
        for (_, heard) in self.said.extract_if(.., |(speaker, _)| *speaker == key) {
            for other in room.others(key) {
                if let Some(client) = room.clients.get_mut(&other) {
                    client.owed.extend(&heard);
                }
            }
        }
        self.remove(room, key);
    }
}
