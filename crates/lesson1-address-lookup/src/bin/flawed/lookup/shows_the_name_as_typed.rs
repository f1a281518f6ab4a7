//! Shows the name that was typed instead of the canonical one.

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
    Ok(questions::show(name, &resolved.addrs))
}
