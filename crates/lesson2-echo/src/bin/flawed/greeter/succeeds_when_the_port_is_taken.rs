//! Says that it cannot listen, and ends with status 0.

use super::greet;
use crate::Played;
use crate::arguments;
use crate::tcp_server;
use std::ffi::OsString;
use std::net::TcpListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = arguments::addr(arguments)?;
    match TcpListener::bind(addr) {
        Ok(listener) => {
            tcp_server::announce(&listener);
            tcp_server::serve(&listener, greet);
        }
        // The words are there, but a script looks at the status.
        Err(error) => drop(tcp_server::cannot_listen(addr, &error)),
    }
    Ok(())
}
