//! Announces the address from its arguments, which says port 0, and not the socket's.

use super::greet;
use crate::Played;
use crate::arguments;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = arguments::addr(arguments)?;
    let listener = tcp_server::listen(arguments)?;
    println!("listening on {addr}");
    tcp_server::serve(&listener, greet);
    Ok(())
}
