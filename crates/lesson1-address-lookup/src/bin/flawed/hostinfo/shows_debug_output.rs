//! Prints its list as Rust shows it to programmers.

use crate::Played;
use crate::machine;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run_showing(arguments, |addrs| format!("addresses: {addrs:?}\n"))
}
