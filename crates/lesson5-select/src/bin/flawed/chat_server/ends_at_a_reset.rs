//! Takes an error of one client's for its own, and ends.

use crate::Played;
use crate::chat::Manner;
use crate::chat;
use crate::room::Room;
use std::ffi::OsString;
use std::io;
use std::process;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn lose(&mut self, _room: &mut Room, _key: u64, error: &io::Error) {
        eprintln!("error: {error}");
        process::exit(1);
    }
}
