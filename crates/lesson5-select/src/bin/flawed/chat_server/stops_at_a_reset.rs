//! Takes an error of one client's for its own, and leaves its loop.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;
use std::io;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn lose(&mut self, room: &mut Room, key: u64, error: &io::Error) {
        if room
            .clients
            .get(&key)
            .is_some_and(|client| client.is_leaving)
        {
            return self.remove(room, key);
        }
        eprintln!("error: {error}");
        loop {
            thread::park();
        }
    }

    fn cut_off(&mut self, room: &mut Room, key: u64, error: &io::Error) {
        if error.kind() == io::ErrorKind::Other {
            self.remove(room, key);
        } else {
            self.lose(room, key, error);
        }
    }
}
