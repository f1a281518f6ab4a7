//! Gives up a client whose buffer has no room just now: WouldBlock is an error to it.

use crate::Played;
use crate::conversation;
use crate::unix_server;
use std::ffi::OsString;
use std::io::Write;
use std::os::fd::OwnedFd;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    unix_server::run(arguments, |mut client| {
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
                return conversation::end_early(OwnedFd::from(client));
            }
        }
    })
}
