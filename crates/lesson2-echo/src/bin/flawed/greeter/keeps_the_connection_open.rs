//! Greets, and keeps the client's socket for ever.

use super::greet;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let mut clients = Vec::new();
    tcp_server::run(arguments, |client| {
        clients.push(client.try_clone()?);
        greet(client)
    })
}
