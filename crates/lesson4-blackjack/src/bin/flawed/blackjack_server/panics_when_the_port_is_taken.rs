//! Unwraps what bind answers.

use crate::Played;
use crate::arguments::Words;
use crate::server;
use crate::server::House;
use std::ffi::OsString;
use std::net::TcpListener;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let words = Words::new(arguments)?;
    let (addr, house) = (words.addr()?, House::new(&words)?);
    let listener = TcpListener::bind(addr).unwrap();
    server::announce(&listener);
    server::serve_rightly(&listener, house.keep());
    Ok(())
}
