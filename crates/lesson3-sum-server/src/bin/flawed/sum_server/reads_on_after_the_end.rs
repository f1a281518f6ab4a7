//! Takes 0 bytes for "nothing yet", and reads again, and again.

use crate::Played;
use crate::lines;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::net::TcpStream;
use std::thread;

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
    let client = client.try_clone()?;
    // A thread for each client hides that the conversation never ends.
    thread::spawn(move || {
        lines::converse_reading(&client, reply_to, |reader| {
            loop {
                match lines::read_line(reader)? {
                    Request::End => {}
                    other => return Ok(other),
                }
            }
        })
    });
    Ok(())
}
