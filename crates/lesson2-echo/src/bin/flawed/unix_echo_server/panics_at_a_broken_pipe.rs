//! Unwraps what write answers, so that a client that has gone ends the server.

use crate::Played;
use crate::conversation;
use crate::unix_server;
use std::ffi::OsString;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    unix_server::run(arguments, |mut client| {
        let mut buffer = [0; 16 * 1024];
        loop {
            match conversation::read(&mut client, &mut buffer)? {
                0 => return Ok(()),
                count => client.write_all(&buffer[..count]).unwrap(),
            }
        }
    })
}
