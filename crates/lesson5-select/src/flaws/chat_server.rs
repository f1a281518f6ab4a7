//! The flawed chat servers, and the checks that catch each of them.

pub(crate) mod crowd;
pub(crate) mod deaf;
pub(crate) mod leaving;
pub(crate) mod limits;
pub(crate) mod lines;
pub(crate) mod names1;
pub(crate) mod names2;
pub(crate) mod starting;
