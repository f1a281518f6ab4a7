//! Announces the address it was given, whose port is 0.

use crate::Played;
use crate::arguments;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let (listener, framing) = server::listen(arguments)?;
    let (addr, _) = arguments::server(arguments)?;
    println!("listening on {addr}");
    server::serve_rightly(&listener, framing);
    Ok(())
}
