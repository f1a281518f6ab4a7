//! Says that it cannot listen, and ends with status 0.

use crate::Played;
use crate::arguments::Words;
use crate::server;
use crate::server::House;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let words = Words::new(arguments)?;
    let (addr, house) = (words.addr()?, House::new(&words)?);
    let Ok(listener) = server::listen(addr) else {
        return Ok(());
    };
    server::announce(&listener);
    server::serve_rightly(&listener, house.keep());
    Ok(())
}
