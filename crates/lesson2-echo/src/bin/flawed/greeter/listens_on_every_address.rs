//! Binds to every address of the machine, and announces the one it was given.

use super::greet;
use crate::Played;
use crate::arguments;
use crate::tcp_server;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::net::TcpListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = arguments::addr(arguments)?;
    let listener = TcpListener::bind(tcp_server::everywhere(addr))
        .map_err(|error| tcp_server::cannot_listen(addr, &error))?;
    let port = listener.local_addr().unwrap().port();
    println!("listening on {}", SocketAddr::new(addr.ip(), port));
    tcp_server::serve(&listener, greet);
    Ok(())
}
