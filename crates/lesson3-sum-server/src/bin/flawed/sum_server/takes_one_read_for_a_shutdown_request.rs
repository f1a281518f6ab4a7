//! Takes what one read brings for a whole request in the framing `shutdown`.

use crate::Played;
use crate::ending;
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
    let mut buffer = [0; 4096];
    let count = reading::read(client, &mut buffer)?;
    shutdown::converse_reading(client, reply_to, |_| {
        if count > LONGEST {
            return Ok(Request::TooLong);
        }
        Ok(Request::Whole(
            lines::without_end(&buffer[..count]).to_vec(),
        ))
    })?;
    ending::end_early(client)
}
