//! Shuts each connection down, but keeps its socket.

use super::greet;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::net::Shutdown;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let mut clients = Vec::new();
    tcp_server::run(arguments, |client| {
        let greeted = client.try_clone().and_then(greet);
        // To shut down is not to close: the descriptor stays.
        let _ = client.shutdown(Shutdown::Both);
        clients.push(client);
        greeted
    })
}
