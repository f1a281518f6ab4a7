//! `hostinfo` as it should be, in parts.

use crate::Played;
use crate::arguments;
use crate::ends;
use crate::resolver;
use crate::resolver::Resolved;
use std::net::IpAddr;

/// A program whose mistake is in what it says of the machine of this name.
pub(crate) fn run(
    arguments: &[String],
    describe: impl FnOnce(&str) -> Result<String, String>,
) -> Played {
    arguments::none(arguments)?;
    ends::finish(hostname().and_then(|hostname| describe(&hostname)))
}

/// A program whose mistake is in how it shows the addresses.
pub(crate) fn run_showing(arguments: &[String], show: impl FnOnce(&[IpAddr]) -> String) -> Played {
    run(arguments, |hostname| {
        let resolved = resolve(hostname)?;
        Ok(format!("hostname: {hostname}\n{}", show(&resolved.addrs)))
    })
}

pub(crate) fn hostname() -> Result<String, String> {
    dns_lookup::get_hostname().map_err(|error| format!("hostname: {error}"))
}

pub(crate) fn describe(hostname: &str) -> Result<String, String> {
    let resolved = resolve(hostname)?;
    Ok(show(hostname, &resolved.addrs))
}

pub(crate) fn resolve(hostname: &str) -> Result<Resolved, String> {
    let resolved = resolver::resolve(hostname);
    resolved.map_err(|error| format!("{hostname}: {}", resolver::reason(&error)))
}

pub(crate) fn show(hostname: &str, addrs: &[IpAddr]) -> String {
    format!("hostname: {hostname}\n{}", resolver::lines(addrs))
}
