//! Says that it cannot listen, but not where.

use crate::Played;
use crate::arguments;
use crate::server;
use std::ffi::OsString;
use std::net::TcpListener;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let (addr, framing) = arguments::server(arguments)?;
    let listener = TcpListener::bind(addr).map_err(|error| {
        eprintln!("error: cannot listen: {error}");
        ExitCode::FAILURE
    })?;
    server::announce(&listener);
    server::serve_rightly(&listener, framing);
    Ok(())
}
