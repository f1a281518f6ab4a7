//! Takes zeros for the bytes that are missing when a request of 16 bytes is cut off.

use crate::Played;
use crate::fixed;
use crate::server;
use crate::server::Manner;
use crate::sum::Add;
use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            fixed: converse,
            ..Manner::RIGHT
        },
    )
}

fn converse(client: &TcpStream, add: Add) -> io::Result<()> {
    fixed::converse_reading(client, add, |reader| {
        let mut bytes = Vec::new();
        reader.take(16).read_to_end(&mut bytes)?;
        let is_end = bytes.is_empty();
        bytes.resize(16, 0);
        let request = bytes.try_into().expect("there are 16 bytes now");
        Ok((!is_end).then_some(request))
    })
}
