//! Closes the connection in the framing `fixed` when a sum does not fit.

use crate::Played;
use crate::ending;
use crate::fixed;
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
        let request = fixed::read_request(reader)?;
        let fits = request.is_some_and(|request| {
            let (a, b) = fixed::numbers(&request);
            add(a, b).is_some()
        });
        if !fits {
            ending::end_early(client)?;
        }
        Ok(request.filter(|_| fits))
    })
}
