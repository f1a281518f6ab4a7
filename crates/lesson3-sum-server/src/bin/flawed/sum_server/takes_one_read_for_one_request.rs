//! Takes what one read brings for one request, no less and no more.

use crate::Played;
use crate::ending;
use crate::lines;
use crate::reading;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::Write;
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
    let mut buffer = [0; 16 * 1024];
    loop {
        match reading::read(client, &mut buffer)? {
            0 => return Ok(()),
            count => match lines::judge(&buffer[..count]) {
                Request::Whole(line) => client.write_all(&lines::with_newline(&reply_to(&line)))?,
                _ => return ending::say_last(client, lines::TOO_LONG),
            },
        }
    }
}
