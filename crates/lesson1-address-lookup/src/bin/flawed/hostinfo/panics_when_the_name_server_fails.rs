//! Knows that a name may be unknown, and believes that nothing else can happen.

use crate::Played;
use crate::machine;
use crate::resolver;
use dns_lookup::LookupErrorKind;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run(arguments, |hostname| match resolver::resolve(hostname) {
        Ok(resolved) => Ok(machine::show(hostname, &resolved.addrs)),
        Err(error) if matches!(error.kind(), LookupErrorKind::NoName) => {
            Err(format!("{hostname}: name not known"))
        }
        Err(error) => unreachable!("{error}"),
    })
}
