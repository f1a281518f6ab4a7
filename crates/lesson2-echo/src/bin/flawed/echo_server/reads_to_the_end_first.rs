//! Reads everything before it answers anything.

use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::Read;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |mut client| {
        let mut everything = Vec::new();
        client.read_to_end(&mut everything)?;
        client.write_all(&everything)
    })
}
