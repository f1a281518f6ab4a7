//! Sets SO_LINGER to nothing "to close at once", which makes the close a reset.

use super::greet;
use crate::Played;
use crate::tcp_server;
use socket2::SockRef;
use std::ffi::OsString;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |client| {
        SockRef::from(&client).set_linger(Some(Duration::ZERO))?;
        greet(client)
    })
}
