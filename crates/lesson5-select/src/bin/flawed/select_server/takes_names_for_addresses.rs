//! Takes `localhost` for an address, and a port for one, too.

use crate::Played;
use crate::select;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let word = arguments.first().map(|word| word.to_string_lossy());
    let word = word.map(|word| word.replace("localhost:", "127.0.0.1:"));
    match word {
        Some(addr) => select::run(&[addr.into()], Right),
        None => select::run(arguments, Right),
    }
}

struct Right;

impl select::Manner for Right {}
