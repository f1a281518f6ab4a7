//! Reads what is left of a line that is too long, as it should, and keeps all of it.

use crate::Played;
use crate::lines;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::Shutdown;
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

fn converse(mut client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    lines::converse_reading(client, reply_to, |reader| match lines::read_line(reader)? {
        Request::TooLong => {
            client.write_all(lines::TOO_LONG)?;
            client.shutdown(Shutdown::Write)?;
            let mut rest = Vec::new();
            client.read_to_end(&mut rest)?;
            Ok(Request::End)
        }
        other => Ok(other),
    })
}
