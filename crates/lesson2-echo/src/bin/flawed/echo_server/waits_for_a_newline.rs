//! Reads lines: what does not end in a newline gets no answer.

use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |client| {
        let mut reader = BufReader::new(&client);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line)? > 0 {
            (&client).write_all(&line)?;
            line.clear();
        }
        Ok(())
    })
}
