//! Says that it cannot listen, but not where.

use crate::Played;
use crate::arguments;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::net::TcpListener;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = arguments::addr(arguments)?;
    let listener = TcpListener::bind(addr).map_err(|error| {
        eprintln!("error: {error}");
        ExitCode::FAILURE
    })?;
    tcp_server::announce(&listener);
    tcp_server::serve(&listener, conversation::echo);
    Ok(())
}
