//! Has room for four addresses.

use crate::Played;
use crate::machine;
use crate::resolver;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run_showing(arguments, |addrs| {
        resolver::lines(&addrs[..addrs.len().min(4)])
    })
}
