//! Prints the name behind the alias that the machine is called by.

use crate::Played;
use crate::machine;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run(arguments, |hostname| {
        let resolved = machine::resolve(hostname)?;
        Ok(machine::show(&resolved.canonical, &resolved.addrs))
    })
}
