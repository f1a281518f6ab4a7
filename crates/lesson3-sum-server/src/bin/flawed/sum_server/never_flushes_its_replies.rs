//! Writes its replies into a BufWriter, which holds them back until the client has ended.

use crate::Played;
use crate::ending;
use crate::lines;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::BufReader;
use std::io::BufWriter;
use std::io::Write;
use std::net::TcpStream;

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
    let mut reader = BufReader::new(client);
    let mut writer = BufWriter::with_capacity(1 << 20, client);
    loop {
        match lines::read_line(&mut reader)? {
            Request::Whole(line) => writer.write_all(&lines::with_newline(&reply_to(&line)))?,
            Request::TooLong => {
                writer.flush()?;
                return ending::say_last(client, lines::TOO_LONG);
            }
            Request::End => return writer.flush(),
        }
    }
}
