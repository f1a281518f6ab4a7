//! Calls every status but 0 an overflow in other words than the promised ones.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;
use std::net::TcpStream;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    client::run(
        arguments,
        Manner {
            fixed: read_fixed,
            ..Manner::RIGHT
        },
    )
}

fn read_fixed(stream: &TcpStream) -> Result<String, String> {
    match client::nine_bytes(stream)? {
        (0, sum) => Ok(i64::from_be_bytes(sum).to_string()),
        (status, _) => Err(format!("the status is {status}")),
    }
}
