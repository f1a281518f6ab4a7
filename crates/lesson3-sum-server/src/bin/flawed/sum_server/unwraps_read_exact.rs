//! Unwraps what read_exact answers, so that every client that ends takes the server with it.

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
        let mut request = [0; 16];
        reader.read_exact(&mut request).unwrap();
        Ok(Some(request))
    })
}
