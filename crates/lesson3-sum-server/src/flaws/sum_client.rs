//! The flawed sum clients, and the checks that catch each of them.

use grader::Flaw;

pub(crate) const SUM_CLIENT: &[Flaw] = &[];
