//! Takes the first address only.

use crate::Played;
use crate::machine;
use crate::resolver;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run_showing(arguments, |addrs| resolver::lines(&addrs[..1]))
}
