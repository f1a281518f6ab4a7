//! Announces its address as it was given, with port 0.

use crate::Played;
use crate::arguments::Words;
use crate::server;
use crate::server::House;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let words = Words::new(arguments)?;
    let (addr, house) = (words.addr()?, House::new(&words)?);
    let listener = server::listen(addr)?;
    println!("listening on {addr}");
    server::serve_rightly(&listener, house.keep());
    Ok(())
}
