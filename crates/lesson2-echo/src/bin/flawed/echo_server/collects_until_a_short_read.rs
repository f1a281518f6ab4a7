//! Takes a read that does not fill the buffer for the end of the message, and waits for it.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        // The one byte more is for the 0 that ends a text in C.
        let mut buffer = [0; 4096 + 1];
        loop {
            let mut message = Vec::new();
            let last = loop {
                let count = conversation::read(&mut client, &mut buffer)?;
                message.extend_from_slice(&buffer[..count]);
                if count < buffer.len() {
                    break count;
                }
            };
            client.write_all(&message)?;
            if last == 0 {
                return Ok(());
            }
        }
    })
}
