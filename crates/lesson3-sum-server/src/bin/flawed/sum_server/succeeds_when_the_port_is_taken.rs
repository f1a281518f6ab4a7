//! Says that it cannot listen, and ends with status 0.

use crate::Played;
use crate::arguments;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    // The address is right, so that wrong usage keeps its status.
    arguments::server(arguments)?;
    if let Ok((listener, framing)) = server::listen(arguments) {
        server::announce(&listener);
        server::serve_rightly(&listener, framing);
    }
    Ok(())
}
