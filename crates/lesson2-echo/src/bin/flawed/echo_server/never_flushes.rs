//! Writes into a BufWriter that it flushes only at the end.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::BufWriter;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |client| {
        let mut writer = BufWriter::new(&client);
        let mut buffer = [0; 1024];
        loop {
            match conversation::read(&mut &client, &mut buffer)? {
                0 => return writer.flush(),
                count => writer.write_all(&buffer[..count])?,
            }
        }
    })
}
