//! Asks the name server by hand, which does not know what stands in /etc/hosts.

use crate::Played;
use crate::name_server;
use crate::name_server::Room;
use crate::questions;
use crate::questions::CORRECT;
use crate::questions::Ways;
use crate::resolver;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run(arguments, Ways { forth, ..CORRECT })
}

fn forth(name: &str) -> Result<String, String> {
    let found = name_server::resolve(name, Room::Large)?;
    Ok(questions::show(
        &found.canonical,
        &resolver::distinct(&found.addrs),
    ))
}
