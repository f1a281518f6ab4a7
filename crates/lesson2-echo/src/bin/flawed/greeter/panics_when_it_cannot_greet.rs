//! Unwraps what write answers, so that a client that has gone ends it.

use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_accepting(arguments, |listener| {
        loop {
            let (mut client, peer) = listener.accept().unwrap();
            client
                .write_all(format!("Hello {}\n", peer.ip()).as_bytes())
                .unwrap();
        }
    })
}
