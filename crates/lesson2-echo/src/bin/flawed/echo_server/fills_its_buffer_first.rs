//! Reads with read_exact, which waits until the buffer is full.

use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::Read;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        let mut buffer = [0; 1024];
        loop {
            client.read_exact(&mut buffer)?;
            client.write_all(&buffer)?;
        }
    })
}
