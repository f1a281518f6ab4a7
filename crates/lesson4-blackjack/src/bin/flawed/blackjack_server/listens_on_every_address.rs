//! Binds to every address of the machine, and announces the one it was given.

use crate::Played;
use crate::arguments::Words;
use crate::server;
use crate::server::House;
use std::ffi::OsString;
use std::net::IpAddr;
use std::net::Ipv4Addr;
use std::net::Ipv6Addr;
use std::net::SocketAddr;
use std::net::TcpListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let words = Words::new(arguments)?;
    let (addr, house) = (words.addr()?, House::new(&words)?);
    let everywhere: IpAddr = match addr {
        SocketAddr::V4(_) => Ipv4Addr::UNSPECIFIED.into(),
        SocketAddr::V6(_) => Ipv6Addr::UNSPECIFIED.into(),
    };
    let listener = TcpListener::bind((everywhere, addr.port()))
        .map_err(|error| server::cannot_listen(addr, &error))?;
    let port = listener.local_addr().unwrap().port();
    println!("listening on {}", SocketAddr::new(addr.ip(), port));
    server::serve_rightly(&listener, house.keep());
    Ok(())
}
