//! Reads the 16 bytes of a request with one read, and does not look how many came.

use crate::Played;
use crate::fixed;
use crate::reading;
use crate::server;
use crate::server::Manner;
use crate::sum::Add;
use std::ffi::OsString;
use std::io;
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
        let mut request = [0; 16];
        let count = reading::read(reader, &mut request)?;
        Ok((count > 0).then_some(request))
    })
}
