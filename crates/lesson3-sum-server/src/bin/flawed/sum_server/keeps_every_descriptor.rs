//! Shuts each connection down, but keeps its socket.

use crate::Played;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;
use std::net::Shutdown;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let mut clients = Vec::new();
    server::run_accepting(arguments, |listener, framing| {
        server::serve(&listener, |client| {
            let answered = Manner::RIGHT.converse(&client, framing);
            // To shut down is not to close: the descriptor stays.
            let _ = client.shutdown(Shutdown::Both);
            clients.push(client);
            answered
        });
    })
}
