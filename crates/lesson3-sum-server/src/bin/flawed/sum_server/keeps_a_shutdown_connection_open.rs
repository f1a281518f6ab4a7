//! Answers in the framing `shutdown`, but never closes.

use crate::Played;
use crate::arguments::Framing;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let mut clients = Vec::new();
    server::run_accepting(arguments, |listener, framing| {
        server::serve(&listener, |client| {
            Manner::RIGHT.converse(&client, framing)?;
            if framing == Framing::Shutdown {
                clients.push(client);
            }
            Ok(())
        });
    })
}
