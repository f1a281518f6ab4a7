//! Says `bye`, and does not close the connection.

use crate::Played;
use crate::ending;
use crate::manner::Manner;
use crate::player::End;
use crate::server;
use std::ffi::OsString;
use std::io;
use std::io::Write;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            leave,
            ..Manner::RIGHT
        },
    )
}

fn leave(stream: &TcpStream, end: &End) {
    match end {
        End::Quit => {
            let mut stream = stream;
            // Whoever has gone does not miss it.
            let _ = stream.write_all(b"bye\n");
            // The player is waited for, who waits for the server.
            let _ = io::copy(&mut stream, &mut io::sink());
        }
        _ => ending::leave(stream, end),
    }
}
