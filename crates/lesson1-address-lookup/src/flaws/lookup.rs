//! The flawed programs that play `lookup`, and the checks that catch each of them.

pub(crate) mod addresses;
pub(crate) mod arguments;
pub(crate) mod failures;
pub(crate) mod names;

use grader::Cause;

/// Every check of a failure fails in the same way.
const fn every_failure(cause: Cause) -> [(&'static str, Cause); 7] {
    [
        ("says-name-not-known", cause),
        ("says-that-an-address-has-no-name", cause),
        ("says-try-again-later", cause),
        ("says-try-again-later-for-an-address", cause),
        ("says-try-again-later-when-nobody-answers", cause),
        ("refuses-a-name-without-addresses", cause),
        ("answers-the-others-after-a-failure", cause),
    ]
}
