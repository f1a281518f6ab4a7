//! Prints an address as often as the resolver repeats it.

use crate::Played;
use crate::machine;
use crate::resolver;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run(arguments, |hostname| {
        let answers = resolver::ask(hostname, resolver::hints());
        let answers =
            answers.map_err(|error| format!("{hostname}: {}", resolver::reason(&error)))?;
        let resolved = resolver::with_duplicates(hostname, &answers);
        Ok(machine::show(hostname, &resolved.addrs))
    })
}
