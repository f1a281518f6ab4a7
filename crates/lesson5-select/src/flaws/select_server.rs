//! The flawed select servers, and the checks that catch each of them.

pub(crate) mod bytes;
pub(crate) mod crowds;
pub(crate) mod owing;
pub(crate) mod rude;
pub(crate) mod sleeping;
pub(crate) mod starting;
pub(crate) mod waiting;
