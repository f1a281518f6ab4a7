//! The flawed sum servers, and the checks that catch each of them.

use grader::Flaw;

pub(crate) const SUM_SERVER: &[Flaw] = &[];
