//! Answers one request of 16 bytes, and closes.

use crate::Played;
use crate::ending;
use crate::fixed;
use crate::server;
use crate::server::Manner;
use crate::sum::Add;
use std::ffi::OsString;
use std::io;
use std::io::BufReader;
use std::io::Write;
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

fn converse(mut client: &TcpStream, add: Add) -> io::Result<()> {
    if let Some(request) = fixed::read_request(&mut BufReader::new(client))? {
        let (a, b) = fixed::numbers(&request);
        client.write_all(&fixed::reply(add(a, b)))?;
    }
    ending::end_early(client)
}
