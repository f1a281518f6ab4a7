//! Does not know the framing `shutdown` at all.

use crate::Played;
use crate::arguments;
use crate::arguments::Framing;
use crate::server;
use crate::server::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let (_, framing) = arguments::server(arguments)?;
    if framing == Framing::Shutdown {
        return Err(arguments::wrong_usage(
            "invalid value 'shutdown' for '--framing <FRAMING>'",
        ));
    }
    server::run(arguments, Manner::RIGHT)
}
