//! Says on stdout what it is doing, where only the one line belongs.

use super::greet;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let listener = tcp_server::listen(arguments)?;
    // In one write, so that whoever reads the first line has read the second one, too.
    println!(
        "listening on {}\nwaiting for clients ...",
        listener.local_addr().unwrap()
    );
    tcp_server::serve(&listener, greet);
    Ok(())
}
