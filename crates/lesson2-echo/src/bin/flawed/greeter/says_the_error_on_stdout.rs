//! Says on stdout that it cannot listen.

use super::greet;
use crate::Played;
use crate::arguments;
use crate::tcp_server;
use std::ffi::OsString;
use std::net::TcpListener;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = arguments::addr(arguments)?;
    let listener = TcpListener::bind(addr).map_err(|error| {
        println!("error: cannot listen on {addr}: {error}");
        ExitCode::FAILURE
    })?;
    tcp_server::announce(&listener);
    tcp_server::serve(&listener, greet);
    Ok(())
}
