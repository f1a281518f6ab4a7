//! The flawed sum servers, and the checks that catch each of them.

pub(crate) mod clients;
pub(crate) mod fixed;
pub(crate) mod length;
pub(crate) mod limits;
pub(crate) mod lines;
pub(crate) mod numbers;
pub(crate) mod replies;
pub(crate) mod shutdown;

use grader::Cause;

/// Every check of the first stage fails in the same way, and all others are blocked.
const fn first_stage(cause: Cause) -> [(&'static str, Cause); 7] {
    [
        ("adds-the-numbers-on-a-line", cause),
        ("answers-a-second-request", cause),
        ("ignores-a-carriage-return", cause),
        ("adds-negative-numbers", cause),
        ("closes-when-the-client-has-ended", cause),
        ("serves-the-next-client", cause),
        ("announces-itself-on-one-line", cause),
    ]
}
