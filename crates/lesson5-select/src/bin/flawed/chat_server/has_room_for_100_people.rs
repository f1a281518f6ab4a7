//! Keeps its clients in a table of 100 places, and lets everybody else wait.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Client;
use crate::room::Room;
use socket2::Socket;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    outside: Vec<Socket>,
}
impl Manner for Flawed {
    fn welcome(&mut self, room: &mut Room, socket: Socket) {
        if room.clients.len() == 100 {
            self.outside.push(socket);
        } else {
            room.add(Client::new(socket));
        }
    }
}
