//! The flawed programs that play `fetch`, and the checks that catch each of them.

pub(crate) mod addresses;
pub(crate) mod arguments;
pub(crate) mod failures;
pub(crate) mod replies;
pub(crate) mod requests;
pub(crate) mod words;

use grader::Cause;

/// Every check of the first stage fails in the same way, and all others are blocked.
const fn first_stage(cause: Cause) -> [(&'static str, Cause); 3] {
    [
        ("prints-the-reply", cause),
        ("sends-a-correct-request", cause),
        ("puts-a-slash-in-front-of-the-path", cause),
    ]
}

/// Every check of a whole request fails in the same way.
const fn every_request(cause: Cause) -> [(&'static str, Cause); 4] {
    [
        ("sends-a-correct-request", cause),
        ("puts-a-slash-in-front-of-the-path", cause),
        ("leaves-port-80-out-of-host", cause),
        ("puts-an-ipv6-host-in-brackets", cause),
    ]
}

/// Every check of what is said about failed attempts fails in the same way.
const fn every_outcome(cause: Cause) -> [(&'static str, Cause); 9] {
    [
        ("says-that-the-connection-was-refused", cause),
        ("tries-the-next-address", cause),
        ("tries-addresses-in-the-resolvers-order", cause),
        ("tries-each-address-once", cause),
        ("says-that-no-address-accepts", cause),
        ("gives-up-an-address-that-never-answers", cause),
        ("tries-the-next-after-silence", cause),
        ("tries-the-next-after-silence-over-ipv6", cause),
        ("says-that-an-address-is-unreachable", cause),
    ]
}

/// Every check of a failure fails in the same way.
const fn every_failure(cause: Cause) -> [(&'static str, Cause); 8] {
    [
        ("fetch-says-why-a-name-fails", cause),
        ("says-that-the-server-closed-without-a-reply", cause),
        ("says-the-same-of-a-reset", cause),
        ("says-that-the-connection-was-refused", cause),
        ("prints-what-came-before-a-reset", cause),
        ("says-that-no-address-accepts", cause),
        ("gives-up-an-address-that-never-answers", cause),
        ("says-that-an-address-is-unreachable", cause),
    ]
}
