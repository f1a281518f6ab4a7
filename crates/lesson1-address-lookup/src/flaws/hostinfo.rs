//! The flawed programs that play `hostinfo`, and the checks that catch each of them.

pub(crate) mod answers;
pub(crate) mod failures;
