//! Answers one request with a length, and closes.

use crate::Played;
use crate::ending;
use crate::length;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::BufReader;
use std::io::Write;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            length: converse,
            ..Manner::RIGHT
        },
    )
}

fn converse(mut client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    match length::read_request(&mut BufReader::new(client))? {
        Request::Whole(text) => client.write_all(&length::message(&reply_to(&text)))?,
        Request::TooLong => return ending::say_last(client, &length::message(length::TOO_LONG)),
        Request::End => {}
    }
    ending::end_early(client)
}
