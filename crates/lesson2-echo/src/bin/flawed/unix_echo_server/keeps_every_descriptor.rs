//! Shuts each connection down, but keeps its socket.

use crate::Played;
use crate::conversation;
use crate::unix_server;
use std::ffi::OsString;
use std::net::Shutdown;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let mut clients = Vec::new();
    unix_server::run(arguments, |client| {
        let echoed = conversation::echo(&client);
        // To shut down is not to close: the descriptor stays.
        let _ = client.shutdown(Shutdown::Both);
        clients.push(client);
        echoed
    })
}
