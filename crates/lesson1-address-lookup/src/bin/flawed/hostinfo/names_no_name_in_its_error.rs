//! Says what went wrong, but not with which name.

use crate::Played;
use crate::machine;
use crate::resolver;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run(arguments, |hostname| {
        let resolved = resolver::resolve(hostname);
        let resolved = resolved.map_err(|error| resolver::reason(&error))?;
        Ok(machine::show(hostname, &resolved.addrs))
    })
}
