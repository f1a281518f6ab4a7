//! Reads with lines(), which takes the line ends away, and wants text.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |client| {
        for line in BufReader::new(&client).lines() {
            match line {
                // What ended the line is lost: \r\n comes back as \n.
                Ok(line) => (&client).write_all(format!("{line}\n").as_bytes())?,
                Err(_) => return conversation::end_early(client),
            }
        }
        Ok(())
    })
}
