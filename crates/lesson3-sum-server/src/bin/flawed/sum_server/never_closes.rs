//! Keeps every connection open when its client has ended.

use crate::Played;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let mut clients = Vec::new();
    server::run_accepting(arguments, |listener, framing| {
        server::serve(&listener, |client| {
            let answered = Manner::RIGHT.converse(&client, framing);
            clients.push(client);
            answered
        });
    })
}
