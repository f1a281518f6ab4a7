//! Takes the -- that ends the options for the message.

use crate::Played;
use crate::tcp_client;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let words = arguments.len().min(2);
    let request = tcp_client::parse(&arguments[..words])?;
    tcp_client::finish(tcp_client::talk(request))
}
