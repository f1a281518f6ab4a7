//! Shows brackets around an IPv6 address, although no port follows.

use super::greet_with;
use crate::Played;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    greet_with(arguments, |peer| {
        let text = peer.to_string();
        // The port follows the last colon, but the brackets go with it.
        let (ip, _port) = text.rsplit_once(':').unwrap();
        format!("Hello {ip}\n")
    })
}
