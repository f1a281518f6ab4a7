//! Makes the client's socket non-blocking, and asks it again at once whenever nothing has come.

use crate::Played;
use crate::lines;
use crate::reading::LONGEST;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            lines: converse,
            ..Manner::RIGHT
        },
    )
}

fn converse(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    lines::converse_reading(client, reply_to, |reader| {
        let mut line = Vec::new();
        let mut limited = reader.take(LONGEST as u64 + 1);
        while !line.ends_with(b"\n") {
            let mut byte = [0];
            client.set_nonblocking(true)?;
            let read = limited.read(&mut byte);
            client.set_nonblocking(false)?;
            match read {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
                Ok(0) => break,
                Ok(_) => line.extend(byte),
            }
        }
        Ok(lines::judge(&line))
    })
}
