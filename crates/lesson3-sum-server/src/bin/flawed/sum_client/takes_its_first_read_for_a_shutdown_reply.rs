//! Takes what its first read brings for the whole reply in the framing `shutdown`.

use crate::Played;
use crate::client;
use crate::client::Manner;
use crate::reading;
use std::ffi::OsString;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    client::run(
        arguments,
        Manner {
            shutdown: read_to_end,
            ..Manner::RIGHT
        },
    )
}

fn read_to_end(stream: &TcpStream) -> Result<String, String> {
    let mut first = [0; 1024];
    let read = reading::read(stream, &mut first);
    let count = read.map_err(|error| client::in_words(&error))?;
    // What comes later is read and forgotten, so that the server is not cut off in the middle of it.
    client::everything(stream)?;
    client::sum_in(&first[..count])
}
