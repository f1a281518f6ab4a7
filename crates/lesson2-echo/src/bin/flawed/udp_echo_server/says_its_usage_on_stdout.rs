//! Says on stdout how to use it, where whoever waits for its address finds that.

use crate::Played;
use crate::udp_server;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    for addr in arguments {
        let addr = addr.to_string_lossy();
        if let Err(error) = addr.parse::<SocketAddr>() {
            println!("error: invalid value '{addr}': {error}\n\nUsage: udp-echo-server [ADDR]");
            return Err(ExitCode::from(2));
        }
    }
    udp_server::run(arguments, udp_server::echo)
}
