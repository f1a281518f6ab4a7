//! Takes a temporary failure for one that will be over soon, and asks again and again.

use crate::Played;
use crate::machine;
use crate::resolver;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run(arguments, |hostname| {
        let resolved = resolver::insist(|| resolver::resolve(hostname));
        let resolved =
            resolved.map_err(|error| format!("{hostname}: {}", resolver::reason(&error)))?;
        Ok(machine::show(hostname, &resolved.addrs))
    })
}
