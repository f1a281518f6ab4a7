//! Makes the listening socket non-blocking, and asks it again at once whenever nobody has come.

use super::greet;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_accepting(arguments, |listener| {
        listener.set_nonblocking(true).unwrap();
        loop {
            if let Ok((client, _)) = listener.accept() {
                let _ = client.set_nonblocking(false);
                let _ = greet(client);
            }
        }
    })
}
