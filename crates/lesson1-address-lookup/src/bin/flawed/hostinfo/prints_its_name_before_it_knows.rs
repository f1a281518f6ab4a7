//! Prints its name before it asks for the addresses, which may fail.

use crate::Played;
use crate::machine;
use crate::resolver;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run(arguments, |hostname| {
        println!("hostname: {hostname}");
        let resolved = machine::resolve(hostname)?;
        Ok(resolver::lines(&resolved.addrs))
    })
}
