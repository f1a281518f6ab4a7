//! Reads into a Vec that has a capacity, but no length.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        let mut buffer = Vec::with_capacity(1024);
        loop {
            // There is room for no byte, so 0 bytes are read, which looks like the end.
            match conversation::read(&mut client, &mut buffer)? {
                0 => return conversation::end_early(client),
                count => client.write_all(&buffer[..count])?,
            }
        }
    })
}
