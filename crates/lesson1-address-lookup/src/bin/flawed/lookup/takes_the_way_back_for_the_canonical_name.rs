//! Looks up the name of the first address, and takes that for the canonical name.

use crate::Played;
use crate::questions;
use crate::questions::CORRECT;
use crate::questions::Ways;
use crate::resolver;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run(arguments, Ways { forth, ..CORRECT })
}

fn forth(name: &str) -> Result<String, String> {
    let resolved = resolver::resolve(name).map_err(|error| resolver::reason(&error))?;
    let back = dns_lookup::lookup_addr(&resolved.addrs[0]);
    Ok(questions::show(
        back.as_deref().unwrap_or(name),
        &resolved.addrs,
    ))
}
