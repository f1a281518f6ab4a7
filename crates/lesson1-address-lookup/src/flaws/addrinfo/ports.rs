//! Flawed programs that play `addrinfo`: what they take for a port.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "addrinfo-checks-no-range",
        program: "addrinfo",
        mistake: "Hands every number to getaddrinfo, which keeps the lowest 16 bits of some.",
        caught_by: &[("says-port-out-of-range", Cause::WrongOutput)],
    },
    Flaw {
        name: "addrinfo-wraps-a-large-port",
        program: "addrinfo",
        mistake: "Parses a port as a large number, and cuts it to 16 bits.",
        caught_by: &[("says-port-out-of-range", Cause::WrongOutput)],
    },
    Flaw {
        name: "addrinfo-takes-a-port-for-a-byte",
        program: "addrinfo",
        mistake: "Parses a port as a u8.",
        caught_by: &[
            ("shows-a-stream-socket-address", Cause::WrongOutput),
            ("shows-an-ipv6-socket-address", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "addrinfo-takes-65535-for-too-large",
        program: "addrinfo",
        mistake: "Compares a port with 65535, and takes just that one for too large.",
        caught_by: &[("shows-a-stream-socket-address", Cause::WrongOutput)],
    },
    Flaw {
        name: "addrinfo-takes-a-port-for-an-i32",
        program: "addrinfo",
        mistake: "Compares a port with 65535 after it has parsed it as an i32, and lets pass what that cannot hold.",
        caught_by: &[("says-port-out-of-range", Cause::WrongOutput)],
    },
    Flaw {
        name: "addrinfo-panics-at-a-large-port",
        program: "addrinfo",
        mistake: "Unwraps what parse answers for a port.",
        caught_by: &[("says-port-out-of-range", Cause::Panicked)],
    },
    Flaw {
        name: "addrinfo-takes-a-large-port-for-a-service",
        program: "addrinfo",
        mistake: "Says of a port that is out of range that no service has this name.",
        caught_by: &[("says-port-out-of-range", Cause::WrongOutput)],
    },
];
