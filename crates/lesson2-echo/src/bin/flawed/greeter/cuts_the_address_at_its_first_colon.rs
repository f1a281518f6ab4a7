//! Cuts the port off at the first colon, of which an IPv6 address has many.

use super::greet_with;
use crate::Played;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    greet_with(arguments, |peer| {
        let text = peer.to_string();
        let (ip, _port) = text.split_once(':').unwrap();
        format!("Hello {ip}\n")
    })
}
