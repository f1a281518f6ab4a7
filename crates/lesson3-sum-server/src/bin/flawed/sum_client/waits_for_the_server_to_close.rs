//! Reads until the server closes before it looks for the newline.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    client::run(
        arguments,
        Manner {
            lines: read_line,
            ..Manner::RIGHT
        },
    )
}

fn read_line(stream: &TcpStream) -> Result<String, String> {
    let text = client::everything(stream)?;
    match text.split_once_at_newline() {
        Some(line) => client::sum_in(line),
        None => Err("the reply was cut off".to_owned()),
    }
}

trait SplitOnce {
    fn split_once_at_newline(&self) -> Option<&[u8]>;
}

impl SplitOnce for Vec<u8> {
    fn split_once_at_newline(&self) -> Option<&[u8]> {
        let end = self.iter().position(|byte| *byte == b'\n')?;
        Some(&self[..end])
    }
}
