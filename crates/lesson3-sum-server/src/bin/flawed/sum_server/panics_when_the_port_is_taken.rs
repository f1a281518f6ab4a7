//! Unwraps what bind answers.

use crate::Played;
use crate::arguments;
use crate::server;
use std::ffi::OsString;
use std::net::TcpListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let (addr, framing) = arguments::server(arguments)?;
    let listener = TcpListener::bind(addr).unwrap();
    server::announce(&listener);
    server::serve_rightly(&listener, framing);
    Ok(())
}
