//! Unwraps what the resolver answers for a name.

use crate::Played;
use crate::questions;
use crate::questions::CORRECT;
use crate::questions::Ways;
use crate::resolver;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run(arguments, Ways { forth, ..CORRECT })
}

fn forth(name: &str) -> Result<String, String> {
    let resolved = resolver::resolve(name).unwrap();
    Ok(questions::show(&resolved.canonical, &resolved.addrs))
}
