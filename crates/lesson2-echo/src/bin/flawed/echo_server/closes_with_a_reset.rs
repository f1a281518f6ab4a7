//! Sets SO_LINGER to nothing, which makes the close a reset that may overtake the last bytes.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use socket2::SockRef;
use std::ffi::OsString;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run(arguments, |client| {
        SockRef::from(&client).set_linger(Some(Duration::ZERO))?;
        conversation::echo(client)
    })
}
