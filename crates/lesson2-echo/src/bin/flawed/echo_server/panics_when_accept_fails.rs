//! Unwraps what accept answers, so that a shortage of descriptors ends the server.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_accepting(arguments, |listener| {
        for client in listener.incoming() {
            let _ = conversation::echo(client.unwrap());
        }
    })
}
