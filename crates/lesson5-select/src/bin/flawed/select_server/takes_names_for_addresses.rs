//! Takes names, too, and asks the resolver for their addresses.

use crate::Played;
use crate::select;
use std::ffi::OsString;
use std::net::ToSocketAddrs;


pub(crate) fn play(arguments: &[OsString]) -> Played {
    let word = arguments.first().map(|word| word.to_string_lossy().into_owned());
    let addr = word.and_then(|word| word.to_socket_addrs().ok()?.next());
    match addr {
        Some(addr) => select::run(&[addr.to_string().into()], Right),
        None => select::run(arguments, Right),
    }
}

struct Right;

impl select::Manner for Right {}
