//! Keeps what it owes by the number of the descriptor, and does not forget it with the client.

use crate::Played;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use crate::select::Server;
use std::collections::BTreeMap;
use std::collections::VecDeque;
use std::ffi::OsString;
use std::mem;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    owed: BTreeMap<String, VecDeque<u8>>,
}

impl Manner for Flawed {
    fn watch(&mut self, server: &mut Server, key: u64, mut client: Client) {
        if let Some(owed) = self.owed.remove(&number(&client)) {
            client.owed = owed;
        }
        client.interest = self.interest(&client);
        if server
            .door
            .poller
            .add(&client.socket, key, client.interest)
            .is_ok()
        {
            server.clients.insert(key, client);
        }
    }

    fn remove(&mut self, server: &mut Server, key: u64) {
        if let Some(mut client) = server.clients.remove(&key) {
            let owed = mem::take(&mut client.owed);
            // How much more it can be, for one who does not read, depends on the machine.
            if owed.len() <= 1000 {
                self.owed.insert(number(&client), owed);
            }
            let _ = server.door.poller.delete(&client.socket);
        }
    }
}

/// The number of a client's descriptor, as text: not every system has a number.
fn number(client: &Client) -> String {
    let shown = format!("{:?}", client.socket);
    let number = shown.split("fd: ").nth(1).unwrap_or_default();
    number.chars().take_while(char::is_ascii_digit).collect()
}
