//! Flawed programs that play `fetch`: which addresses they try, and for how long.

use super::every_outcome;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "fetch-tries-the-first-address-only",
        program: "fetch",
        mistake: "Tries the first address, and no other.",
        caught_by: &[
            ("tries-the-next-address", Cause::Exited),
            ("tries-both-kinds-of-addresses", Cause::Exited),
            ("tries-addresses-in-the-resolvers-order", Cause::Exited),
            ("tries-each-address-once", Cause::WrongOutput),
            ("says-that-no-address-accepts", Cause::WrongOutput),
            ("tries-the-next-after-silence", Cause::Exited),
            ("tries-the-next-after-silence-over-ipv6", Cause::Exited),
            ("says-that-an-address-is-unreachable", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-gives-up-after-a-refusal",
        program: "fetch",
        mistake: "Takes a refusal for the answer of the whole name, and goes on only after a timeout.",
        caught_by: &[
            ("tries-the-next-address", Cause::Exited),
            ("tries-both-kinds-of-addresses", Cause::Exited),
            ("tries-addresses-in-the-resolvers-order", Cause::Exited),
            ("tries-each-address-once", Cause::WrongOutput),
            ("says-that-no-address-accepts", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-gives-up-after-a-timeout",
        program: "fetch",
        mistake: "Takes a timeout for the answer of the whole name, and goes on only after a refusal.",
        caught_by: &[
            ("tries-the-next-after-silence", Cause::Exited),
            ("tries-the-next-after-silence-over-ipv6", Cause::Exited),
        ],
    },
    Flaw {
        name: "fetch-uses-its-socket-again",
        program: "fetch",
        mistake: "Makes one socket, and uses it again for the next address.",
        caught_by: &[
            ("tries-the-next-address", Cause::Exited),
            ("tries-both-kinds-of-addresses", Cause::Exited),
            ("tries-addresses-in-the-resolvers-order", Cause::Exited),
            ("tries-each-address-once", Cause::WrongOutput),
            ("says-that-no-address-accepts", Cause::WrongOutput),
            ("tries-the-next-after-silence", Cause::Exited),
            ("tries-the-next-after-silence-over-ipv6", Cause::Exited),
        ],
    },
    Flaw {
        name: "fetch-makes-ipv4-sockets-only",
        program: "fetch",
        mistake: "Makes an IPv4 socket, whatever the family of the address.",
        caught_by: &[
            ("puts-an-ipv6-host-in-brackets", Cause::Exited),
            ("tries-both-kinds-of-addresses", Cause::Exited),
            ("says-that-no-address-accepts", Cause::WrongOutput),
            ("tries-the-next-after-silence-over-ipv6", Cause::Exited),
        ],
    },
    Flaw {
        name: "fetch-leaves-ipv6-out",
        program: "fetch",
        mistake: "Leaves IPv6 addresses out.",
        caught_by: &[
            ("puts-an-ipv6-host-in-brackets", Cause::Exited),
            ("tries-both-kinds-of-addresses", Cause::Exited),
            ("says-that-no-address-accepts", Cause::WrongOutput),
            ("tries-the-next-after-silence-over-ipv6", Cause::Exited),
        ],
    },
    Flaw {
        name: "fetch-sorts-addresses",
        program: "fetch",
        mistake: "Sorts the addresses by their numbers.",
        caught_by: &[("tries-addresses-in-the-resolvers-order", Cause::WrongOutput)],
    },
    Flaw {
        name: "fetch-begins-with-the-last-address",
        program: "fetch",
        mistake: "Takes the addresses from the end of its list.",
        caught_by: &[
            ("tries-the-next-address", Cause::WrongOutput),
            ("tries-addresses-in-the-resolvers-order", Cause::WrongOutput),
            ("tries-the-next-after-silence", Cause::WrongOutput),
            ("tries-the-next-after-silence-over-ipv6", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-tries-an-address-as-often-as-it-comes",
        program: "fetch",
        mistake: "Tries an address as often as the resolver repeats it.",
        caught_by: &[("tries-each-address-once", Cause::WrongOutput)],
    },
    Flaw {
        name: "fetch-tries-every-address-twice",
        program: "fetch",
        mistake: "Tries an address once more when it fails.",
        caught_by: &every_outcome(Cause::WrongOutput),
    },
    Flaw {
        name: "fetch-asks-for-no-socket-type",
        program: "fetch",
        mistake: "Asks for every type of socket, and tries each address once for each of them.",
        caught_by: &every_outcome(Cause::WrongOutput),
    },
    Flaw {
        name: "fetch-splits-its-address-at-the-first-colon",
        program: "fetch",
        mistake: "Puts host and port together as text, and takes that apart at the first colon.",
        caught_by: &[("puts-an-ipv6-host-in-brackets", Cause::Exited)],
    },
    Flaw {
        name: "fetch-connects-without-a-timeout",
        program: "fetch",
        mistake: "Waits for a connection as long as the system does, which may be minutes.",
        caught_by: &[
            ("gives-up-an-address-that-never-answers", Cause::NoAnswer),
            ("tries-the-next-after-silence", Cause::NoAnswer),
            ("tries-the-next-after-silence-over-ipv6", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "fetch-ignores-the-timeout-it-is-given",
        program: "fetch",
        mistake: "Waits for half a minute, whatever it is told.",
        caught_by: &[
            ("gives-up-an-address-that-never-answers", Cause::NoAnswer),
            ("tries-the-next-after-silence", Cause::NoAnswer),
            ("tries-the-next-after-silence-over-ipv6", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "fetch-has-a-timeout-for-ipv4-only",
        program: "fetch",
        mistake: "Has a timeout for IPv4 addresses only.",
        caught_by: &[("tries-the-next-after-silence-over-ipv6", Cause::NoAnswer)],
    },
    Flaw {
        name: "fetch-takes-its-timeout-for-milliseconds",
        program: "fetch",
        mistake: "Takes the seconds of --connect-timeout for milliseconds.",
        caught_by: &[("waits-for-an-address-that-answers-late", Cause::Exited)],
    },
    Flaw {
        name: "fetch-gives-up-where-no-way-leads",
        program: "fetch",
        mistake: "Takes an unreachable address for the end of the whole network, and tries no other one.",
        caught_by: &[("says-that-an-address-is-unreachable", Cause::WrongOutput)],
    },
    Flaw {
        name: "fetch-tries-them-all",
        program: "fetch",
        mistake: "Connects to every address of the name, and takes the first connection.",
        caught_by: &[("tries-addresses-in-the-resolvers-order", Cause::WrongOutput)],
    },
];
