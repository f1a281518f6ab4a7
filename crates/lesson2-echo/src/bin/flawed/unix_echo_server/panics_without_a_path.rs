//! Takes its first argument without asking whether there is one.

use crate::Played;
use crate::conversation;
use crate::unix_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let path = arguments[0].clone();
    unix_server::run(&[path], conversation::echo)
}
