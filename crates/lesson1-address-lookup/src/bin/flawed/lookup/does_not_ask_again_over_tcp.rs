//! Asks the name server by hand, over UDP, and takes an answer that was cut for the whole one.

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
    if !name.contains('.') {
        return questions::forth(name);
    }
    let found = name_server::resolve(name, Room::Small)?;
    Ok(questions::show(
        &found.canonical,
        &resolver::distinct(&found.addrs),
    ))
}
