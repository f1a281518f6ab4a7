//! Says what went wrong in the words of getaddrinfo, which are others on every system.

use crate::Played;
use crate::questions;
use dns_lookup::LookupError;

pub(crate) fn play(arguments: &[String]) -> Played {
    questions::run_explaining(arguments, LookupError::to_string)
}
