//! Unwraps what accept answers.

use crate::Played;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, framing| {
        loop {
            let (client, _) = listener.accept().unwrap();
            let _ = Manner::RIGHT.converse(&client, framing);
        }
    })
}
