//! Ends an error in the framing `shutdown` with a newline.

use crate::Played;
use crate::ending;
use crate::reading::Request;
use crate::server;
use crate::server::Manner;
use crate::shutdown;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::io::Write;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            shutdown: converse,
            ..Manner::RIGHT
        },
    )
}

fn converse(mut client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    match shutdown::read_request(client)? {
        Request::Whole(text) => {
            let reply = reply_to(&text);
            let end = if reply == "error: overflow" || !reply.starts_with("error: ") {
                ""
            } else {
                "\n"
            };
            client.write_all(format!("{reply}{end}").as_bytes())
        }
        _ => ending::say_last(client, shutdown::TOO_LONG),
    }
}
