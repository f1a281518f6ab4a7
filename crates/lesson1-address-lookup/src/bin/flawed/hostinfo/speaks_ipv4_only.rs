//! Leaves IPv6 addresses out.

use crate::Played;
use crate::machine;
use crate::resolver;
use std::net::IpAddr;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run_showing(arguments, |addrs| {
        let old: Vec<IpAddr> = addrs.iter().copied().filter(IpAddr::is_ipv4).collect();
        resolver::lines(&old)
    })
}
