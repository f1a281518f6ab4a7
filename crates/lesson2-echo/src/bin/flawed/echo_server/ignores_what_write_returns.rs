//! Calls write on a non-blocking socket, and does not look how many bytes it took.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use socket2::SockRef;
use std::ffi::OsString;
use std::io;
use std::io::Write;
use std::thread;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        SockRef::from(&client).set_send_buffer_size(64 * 1024)?;
        let mut buffer = [0; 64 * 1024];
        loop {
            let count = conversation::read(&mut client, &mut buffer)?;
            if count == 0 {
                return Ok(());
            }
            client.set_nonblocking(true)?;
            // It does wait for room, but not for room enough.
            while let Err(error) = client.write(&buffer[..count]) {
                if error.kind() != io::ErrorKind::WouldBlock {
                    return Err(error);
                }
                thread::sleep(Duration::from_millis(1));
            }
            client.set_nonblocking(false)?;
        }
    })
}
