//! Prints its whole buffer on stdout, to see what has come.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        let mut buffer = [0; 32 * 1024];
        loop {
            let count = conversation::read(&mut client, &mut buffer)?;
            if count == 0 {
                return Ok(());
            }
            // More than a pipe holds, so that it has been read for certain before the answer goes out.
            println!("got {buffer:02x?}");
            client.write_all(&buffer[..count])?;
        }
    })
}
