//! Flawed programs that play `addrinfo`: what they ask getaddrinfo for.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "addrinfo-knows-two-types-only",
        program: "addrinfo",
        mistake: "Asks for streams and for datagrams, and believes that this is all.",
        caught_by: &[("shows-every-type", Cause::WrongOutput)],
    },
    Flaw {
        name: "addrinfo-asks-for-streams-where-nobody-says",
        program: "addrinfo",
        mistake: "Asks for streams where no type is given.",
        caught_by: &[
            ("shows-every-type", Cause::WrongOutput),
            ("shows-what-a-service-speaks", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "addrinfo-ignores-the-type",
        program: "addrinfo",
        mistake: "Takes --type, and forgets it.",
        caught_by: &[
            ("shows-a-stream-socket-address", Cause::WrongOutput),
            ("shows-a-datagram-socket-address", Cause::WrongOutput),
            ("shows-an-ipv6-socket-address", Cause::WrongOutput),
            ("shows-every-address", Cause::WrongOutput),
            ("says-service-not-known-for-the-type", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "addrinfo-speaks-ipv4-only",
        program: "addrinfo",
        mistake: "Asks for IPv4 addresses only.",
        caught_by: &[
            ("shows-an-ipv6-socket-address", Cause::WrongOutput),
            ("shows-every-address", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "addrinfo-knows-services-by-a-table-of-its-own",
        program: "addrinfo",
        mistake: "Has a table of a few services, and does not ask the system for the others.",
        caught_by: &[
            ("knows-services-by-name", Cause::WrongOutput),
            ("shows-what-a-service-speaks", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "addrinfo-takes-port-numbers-only",
        program: "addrinfo",
        mistake: "Parses the service as a number, and knows no names.",
        caught_by: &[
            ("knows-services-by-name", Cause::WrongOutput),
            ("shows-what-a-service-speaks", Cause::WrongOutput),
            ("repeats-the-canonical-name", Cause::WrongOutput),
            ("addrinfo-says-why-a-name-fails", Cause::WrongOutput),
        ],
    },
];
