//! Greets its client, as the greeter does.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        client.write_all(b"welcome\n")?;
        conversation::echo(client)
    })
}
