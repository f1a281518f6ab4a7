//! Takes a newline for the end of a request in the framing `shutdown`.

use crate::Played;
use crate::ending;
use crate::lines;
use crate::reading::LONGEST;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::shutdown;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            shutdown: converse,
            ..Manner::RIGHT
        },
    )
}

fn converse(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    let mut line = Vec::new();
    BufReader::new(client)
        .take(LONGEST as u64 + 1)
        .read_until(b'\n', &mut line)?;
    shutdown::converse_reading(client, reply_to, |_| {
        if line.len() > LONGEST {
            return Ok(Request::TooLong);
        }
        Ok(Request::Whole(lines::without_end(&line).to_vec()))
    })?;
    ending::end_early(client)
}
