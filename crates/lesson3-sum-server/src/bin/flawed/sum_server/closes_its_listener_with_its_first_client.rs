//! Lets go of its listening socket when it has accepted its first client.

use crate::Played;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, framing| {
        let accepted = listener.accept();
        drop(listener);
        if let Ok((client, _)) = accepted {
            let _ = Manner::RIGHT.converse(&client, framing);
        }
        loop {
            thread::park();
        }
    })
}
