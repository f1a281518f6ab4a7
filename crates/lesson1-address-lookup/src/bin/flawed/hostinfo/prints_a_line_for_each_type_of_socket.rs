//! Asks for every type of socket, and prints each address once for each of them.

use crate::Played;
use crate::machine;
use crate::resolver;
use dns_lookup::AddrInfoHints;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run(arguments, |hostname| {
        let hints = AddrInfoHints {
            socktype: 0,
            ..resolver::hints()
        };
        let answers = resolver::ask(hostname, hints);
        let answers =
            answers.map_err(|error| format!("{hostname}: {}", resolver::reason(&error)))?;
        let resolved = resolver::with_duplicates(hostname, &answers);
        Ok(machine::show(hostname, &resolved.addrs))
    })
}
