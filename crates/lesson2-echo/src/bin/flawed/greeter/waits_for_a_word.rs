//! Waits for the client to say something before it greets.

use super::greet;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::Read;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        // Both sides wait for the other one's first word.
        let _ = client.read(&mut [0; 64])?;
        greet(client)
    })
}
