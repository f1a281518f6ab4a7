//! Unwraps what parse makes of its arguments.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let task = client::parse(arguments).expect("the arguments should be good");
    client::finish(Manner::RIGHT.ask(&task))
}
