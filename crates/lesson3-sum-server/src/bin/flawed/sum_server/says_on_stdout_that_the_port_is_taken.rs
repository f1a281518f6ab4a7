//! Says on stdout that it cannot listen.

use crate::Played;
use crate::arguments;
use crate::server;
use std::ffi::OsString;
use std::net::TcpListener;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let (addr, framing) = arguments::server(arguments)?;
    let listener = TcpListener::bind(addr).map_err(|error| {
        println!("error: cannot listen on {addr}: {error}");
        ExitCode::FAILURE
    })?;
    server::announce(&listener);
    server::serve_rightly(&listener, framing);
    Ok(())
}
