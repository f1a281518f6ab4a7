//! Says where it listens on stderr, where no program looks for it.

use super::greet;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let listener = tcp_server::listen(arguments)?;
    eprintln!("listening on {}", listener.local_addr().unwrap());
    tcp_server::serve(&listener, greet);
    Ok(())
}
