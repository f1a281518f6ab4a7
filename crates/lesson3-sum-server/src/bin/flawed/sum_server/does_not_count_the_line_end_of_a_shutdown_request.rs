//! Takes the line end off a request in the framing `shutdown` before it measures it.

use crate::Played;
use crate::lines;
use crate::reading;
use crate::reading::LONGEST;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::shutdown;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
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
    shutdown::converse_reading(client, reply_to, |client| {
        let mut text = Vec::new();
        let mut byte = [0];
        while lines::without_end(&text).len() <= LONGEST && reading::read(client, &mut byte)? > 0 {
            text.extend(byte);
        }
        match lines::without_end(&text) {
            text if text.len() > LONGEST => Ok(Request::TooLong),
            text => Ok(Request::Whole(text.to_vec())),
        }
    })
}
