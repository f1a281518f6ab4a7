//! Unwraps what write answers, so that a client that has gone ends it.

use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::Write;
use std::thread;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_accepting(arguments, |listener| {
        loop {
            let Ok((mut client, peer)) = listener.accept() else {
                thread::sleep(Duration::from_millis(10));
                continue;
            };
            client
                .write_all(format!("Hello {}\n", peer.ip()).as_bytes())
                .unwrap();
        }
    })
}
