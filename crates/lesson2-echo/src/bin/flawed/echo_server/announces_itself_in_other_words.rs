//! Announces itself in words of its own.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let listener = tcp_server::listen(arguments)?;
    println!("Server listening on {} ...", listener.local_addr().unwrap());
    tcp_server::serve(&listener, conversation::echo);
    Ok(())
}
