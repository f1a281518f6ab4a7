//! Announces itself in words of its own.

use crate::Played;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let (listener, framing) = server::listen(arguments)?;
    println!("Listening at {}", listener.local_addr().unwrap());
    server::serve_rightly(&listener, framing);
    Ok(())
}
