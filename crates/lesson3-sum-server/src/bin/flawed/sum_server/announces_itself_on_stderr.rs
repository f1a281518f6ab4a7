//! Announces itself on stderr.

use crate::Played;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let (listener, framing) = server::listen(arguments)?;
    eprintln!("listening on {}", listener.local_addr().unwrap());
    server::serve_rightly(&listener, framing);
    Ok(())
}
