//! Asks the socket for the client's address, which it no longer knows when the client has gone.

use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        // accept has told the address already.
        let peer = client.peer_addr().unwrap();
        client.write_all(format!("Hello {}\n", peer.ip()).as_bytes())
    })
}
