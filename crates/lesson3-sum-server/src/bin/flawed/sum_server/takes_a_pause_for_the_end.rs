//! Takes a third of a second without a byte for the end of the request.

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
use std::time::Duration;

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
    client.set_read_timeout(Some(Duration::from_millis(300)))?;
    shutdown::converse_reading(client, reply_to, |client| {
        let mut text = Vec::new();
        let mut piece = [0; 1];
        // However the next byte fails to come, that is the end.
        while text.len() <= LONGEST && matches!(reading::read(client, &mut piece), Ok(1)) {
            text.push(piece[0]);
        }
        if text.len() > LONGEST {
            return Ok(Request::TooLong);
        }
        Ok(Request::Whole(lines::without_end(&text).to_vec()))
    })
}
