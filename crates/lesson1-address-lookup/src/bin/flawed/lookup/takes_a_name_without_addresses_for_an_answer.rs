//! Shows a name without addresses as an answer without lines.

use crate::Played;
use crate::questions;
use crate::questions::CORRECT;
use crate::questions::Ways;
use crate::resolver;
use dns_lookup::LookupErrorKind;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run(arguments, Ways { forth, ..CORRECT })
}

fn forth(name: &str) -> Result<String, String> {
    let resolved = match resolver::resolve(name) {
        Err(error) if matches!(error.kind(), LookupErrorKind::NoData) => {
            return Ok(questions::show(name, &[]));
        }
        resolved => resolved.map_err(|error| resolver::reason(&error))?,
    };
    Ok(questions::show(&resolved.canonical, &resolved.addrs))
}
