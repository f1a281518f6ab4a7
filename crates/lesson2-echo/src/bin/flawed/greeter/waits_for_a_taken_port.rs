//! Tries again and again, without a word, until the port is free.

use super::greet;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::io;
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_listening(
        arguments,
        |addr| loop {
            match TcpListener::bind(addr) {
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                    thread::sleep(Duration::from_millis(100));
                }
                done => return done,
            }
        },
        |listener| tcp_server::serve(&listener, greet),
    )
}
