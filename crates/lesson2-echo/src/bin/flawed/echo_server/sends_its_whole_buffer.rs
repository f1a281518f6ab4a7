//! Sends the whole buffer back, with whatever stands behind the bytes of the last read.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        let mut buffer = vec![0; 256 * 1024];
        while conversation::read(&mut client, &mut buffer)? > 0 {
            client.write_all(&buffer)?;
        }
        Ok(())
    })
}
