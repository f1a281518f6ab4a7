//! Keeps its clients by their IP address: the second one from the same machine takes the first one's place.

use crate::Played;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use crate::select::Server;
use socket2::Socket;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::net::IpAddr;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    keys: BTreeMap<IpAddr, u64>,
    /// Nobody closes what nobody knows any more.
    lost: Vec<Socket>,
}
impl Manner for Flawed {
    fn welcome(&mut self, server: &mut Server, socket: Socket) {
        let addr = socket.peer_addr().ok().and_then(|addr| addr.as_socket());
        let Some(addr) = addr else {
            return;
        };
        let key = server.next_key;
        server.next_key += 1;
        if let Some(before) = self.keys.insert(addr.ip(), key)
            && let Some(client) = server.clients.remove(&before)
        {
            let _ = server.door.poller.delete(&client.socket);
            self.lost.push(client.socket);
        }
        self.watch(server, key, Client::new(socket));
    }
}
