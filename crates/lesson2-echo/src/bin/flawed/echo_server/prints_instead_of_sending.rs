//! Prints on its own screen what it should send.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        let mut buffer = [0; 1024];
        loop {
            match conversation::read(&mut client, &mut buffer)? {
                0 => return Ok(()),
                count => println!("{}", String::from_utf8_lossy(&buffer[..count])),
            }
        }
    })
}
