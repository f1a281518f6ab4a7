//! Keeps a list of all names that there ever were.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Room;
use std::collections::BTreeSet;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    names: BTreeSet<String>,
}
impl Manner for Flawed {
    fn is_taken(&mut self, _room: &Room, name: &str) -> bool {
        !self.names.insert(name.to_owned())
    }
}
