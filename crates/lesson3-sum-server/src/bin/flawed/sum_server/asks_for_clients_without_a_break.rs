//! Makes the listening socket non-blocking, and asks it again at once whenever nobody has come.

use crate::Played;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, framing| {
        listener.set_nonblocking(true).unwrap();
        loop {
            if let Ok((client, _)) = listener.accept() {
                let _ = client.set_nonblocking(false);
                let _ = Manner::RIGHT.converse(&client, framing);
            }
        }
    })
}
