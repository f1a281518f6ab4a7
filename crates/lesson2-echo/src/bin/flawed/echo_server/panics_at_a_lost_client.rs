//! Unwraps what read and write answer, so that one client that has gone ends the server.

use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::Read;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        let mut buffer = [0; 16 * 1024];
        loop {
            match client.read(&mut buffer).unwrap() {
                0 => return Ok(()),
                count => client.write_all(&buffer[..count]).unwrap(),
            }
        }
    })
}
