//! The flawed programs that play `addrinfo`, and the checks that catch each of them.

pub(crate) mod blocks;
pub(crate) mod failures;
pub(crate) mod ports;
pub(crate) mod questions;

use grader::Cause;

/// Every check of the first stage fails in the same way, and all others are blocked.
const fn first_stage(cause: Cause) -> [(&'static str, Cause); 4] {
    [
        ("shows-a-stream-socket-address", cause),
        ("shows-a-datagram-socket-address", cause),
        ("shows-an-ipv6-socket-address", cause),
        ("knows-services-by-name", cause),
    ]
}

/// Every check of more than one answer fails in the same way.
const fn every_list(cause: Cause) -> [(&'static str, Cause); 4] {
    [
        ("shows-every-type", cause),
        ("shows-what-a-service-speaks", cause),
        ("shows-every-address", cause),
        ("repeats-the-canonical-name", cause),
    ]
}

/// Every check of a failure fails in the same way.
const fn every_failure(cause: Cause) -> [(&'static str, Cause); 4] {
    [
        ("says-service-not-known", cause),
        ("says-service-not-known-for-the-type", cause),
        ("says-port-out-of-range", cause),
        ("addrinfo-says-why-a-name-fails", cause),
    ]
}
