//! The classic mistakes: flawed programs, and the checks that catch them.

use grader::Flaw;

pub(crate) const GREETER: &[Flaw] = &[];
pub(crate) const ECHO_SERVER: &[Flaw] = &[];
pub(crate) const ECHO_CLIENT: &[Flaw] = &[];
pub(crate) const UDP_ECHO_SERVER: &[Flaw] = &[];
pub(crate) const UNIX_ECHO_SERVER: &[Flaw] = &[];
