//! Says on stdout what went wrong.

use crate::Played;
use crate::tcp_client;
use std::ffi::OsString;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let request = tcp_client::parse(arguments)?;
    tcp_client::talk(request).map_err(|reason| {
        println!("error: {reason}");
        ExitCode::FAILURE
    })
}
