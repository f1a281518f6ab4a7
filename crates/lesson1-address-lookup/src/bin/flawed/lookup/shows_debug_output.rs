//! Prints its list as Rust shows it to programmers.

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
    Ok(format!(
        "name: {}\naddresses: {:?}\n",
        resolved.canonical, resolved.addrs
    ))
}
