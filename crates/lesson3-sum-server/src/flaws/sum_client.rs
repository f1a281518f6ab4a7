//! The flawed sum clients, and the checks that catch each of them.

pub(crate) mod framings;
pub(crate) mod replies;
pub(crate) mod requests;
pub(crate) mod words;

use grader::Cause;

/// Every check of the first stage fails in the same way, and all others are blocked.
const fn first_stage(cause: Cause) -> [(&'static str, Cause); 4] {
    [
        ("prints-the-sum", cause),
        ("sends-negative-numbers", cause),
        ("sends-numbers-in-plain-form", cause),
        ("sends-the-largest-and-the-smallest", cause),
    ]
}
