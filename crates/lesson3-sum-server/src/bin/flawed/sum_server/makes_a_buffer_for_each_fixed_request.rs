//! Makes a new BufReader for each request of 16 bytes, and loses what the last one had read too much.

use crate::Played;
use crate::fixed;
use crate::server;
use crate::server::Manner;
use crate::sum::Add;
use std::ffi::OsString;
use std::io;
use std::io::BufReader;
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
        fixed::read_request(&mut BufReader::new(*reader.get_ref()))
    })
}
