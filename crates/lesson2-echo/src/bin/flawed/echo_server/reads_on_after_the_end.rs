//! Takes 0 bytes for "nothing yet", and reads again, and again.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::io;
use std::io::Write;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        // A thread for each client hides that the conversation never ends.
        thread::spawn(move || -> io::Result<()> {
            let mut buffer = [0; 16 * 1024];
            loop {
                let count = conversation::read(&mut client, &mut buffer)?;
                client.write_all(&buffer[..count])?;
            }
        });
        Ok(())
    })
}
