//! Gives up a client whose buffer has no room just now: WouldBlock is an error to it.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use socket2::SockRef;
use std::ffi::OsString;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        // Small, so that it is full soon.
        SockRef::from(&client).set_send_buffer_size(64 * 1024)?;
        let mut buffer = [0; 16 * 1024];
        loop {
            let count = conversation::read(&mut client, &mut buffer)?;
            if count == 0 {
                return Ok(());
            }
            client.set_nonblocking(true)?;
            let written = client.write_all(&buffer[..count]);
            client.set_nonblocking(false)?;
            if written.is_err() {
                return conversation::end_early(client);
            }
        }
    })
}
