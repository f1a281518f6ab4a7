//! Flawed programs that play `fetch`: what they say about their attempts.

use super::every_outcome;
use super::first_stage;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "fetch-takes-every-failure-for-a-refusal",
        program: "fetch",
        mistake: "Says of every failed attempt that it was refused.",
        caught_by: &[
            ("gives-up-an-address-that-never-answers", Cause::WrongOutput),
            ("tries-the-next-after-silence", Cause::WrongOutput),
            ("tries-the-next-after-silence-over-ipv6", Cause::WrongOutput),
            ("says-that-an-address-is-unreachable", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-takes-every-failure-for-a-timeout",
        program: "fetch",
        mistake: "Says of every failed attempt that it timed out.",
        caught_by: &[
            ("says-that-the-connection-was-refused", Cause::WrongOutput),
            ("tries-the-next-address", Cause::WrongOutput),
            ("tries-addresses-in-the-resolvers-order", Cause::WrongOutput),
            ("tries-each-address-once", Cause::WrongOutput),
            ("says-that-no-address-accepts", Cause::WrongOutput),
            ("says-that-an-address-is-unreachable", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-shows-the-systems-own-words",
        program: "fetch",
        mistake: "Says why an attempt failed in the words of the system, which are others on every one.",
        caught_by: &[
            ("says-that-the-connection-was-refused", Cause::WrongOutput),
            ("tries-the-next-address", Cause::WrongOutput),
            ("tries-addresses-in-the-resolvers-order", Cause::WrongOutput),
            ("tries-each-address-once", Cause::WrongOutput),
            ("says-that-no-address-accepts", Cause::WrongOutput),
            ("says-that-an-address-is-unreachable", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-knows-no-unreachable-address",
        program: "fetch",
        mistake: "Shows the words of the system for an address that cannot be reached.",
        caught_by: &[("says-that-an-address-is-unreachable", Cause::WrongOutput)],
    },
    Flaw {
        name: "fetch-says-nothing-about-failed-attempts",
        program: "fetch",
        mistake: "Says which address it tries, and not why that failed.",
        caught_by: &every_outcome(Cause::WrongOutput),
    },
    Flaw {
        name: "fetch-says-nothing-about-its-attempts",
        program: "fetch",
        mistake: "Says why an attempt failed, and not which address that was.",
        caught_by: &[
            ("puts-an-ipv6-host-in-brackets", Cause::WrongOutput),
            ("says-that-the-connection-was-refused", Cause::WrongOutput),
            ("tries-the-next-address", Cause::WrongOutput),
            ("tries-addresses-in-the-resolvers-order", Cause::WrongOutput),
            ("tries-each-address-once", Cause::WrongOutput),
            ("says-that-no-address-accepts", Cause::WrongOutput),
            ("gives-up-an-address-that-never-answers", Cause::WrongOutput),
            ("waits-for-an-address-that-answers-late", Cause::WrongOutput),
            ("tries-the-next-after-silence", Cause::WrongOutput),
            ("tries-the-next-after-silence-over-ipv6", Cause::WrongOutput),
            ("says-that-an-address-is-unreachable", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-shows-an-attempt-without-its-port",
        program: "fetch",
        mistake: "Says which address it tries, and not which port.",
        caught_by: &[
            ("puts-an-ipv6-host-in-brackets", Cause::WrongOutput),
            ("says-that-the-connection-was-refused", Cause::WrongOutput),
            ("tries-the-next-address", Cause::WrongOutput),
            ("tries-addresses-in-the-resolvers-order", Cause::WrongOutput),
            ("tries-each-address-once", Cause::WrongOutput),
            ("says-that-no-address-accepts", Cause::WrongOutput),
            ("gives-up-an-address-that-never-answers", Cause::WrongOutput),
            ("waits-for-an-address-that-answers-late", Cause::WrongOutput),
            ("tries-the-next-after-silence", Cause::WrongOutput),
            ("tries-the-next-after-silence-over-ipv6", Cause::WrongOutput),
            ("says-that-an-address-is-unreachable", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-shows-an-attempt-without-brackets",
        program: "fetch",
        mistake: "Puts address, colon and port together by hand, without brackets.",
        caught_by: &[
            ("puts-an-ipv6-host-in-brackets", Cause::WrongOutput),
            ("says-that-no-address-accepts", Cause::WrongOutput),
            ("tries-the-next-after-silence-over-ipv6", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-shows-its-attempts-on-stdout",
        program: "fetch",
        mistake: "Says on stdout which address it tries.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "fetch-lists-its-attempts-at-the-end",
        program: "fetch",
        mistake: "Says which addresses it has tried when nobody has accepted, and nothing where somebody has.",
        caught_by: &[
            ("puts-an-ipv6-host-in-brackets", Cause::WrongOutput),
            ("tries-the-next-address", Cause::WrongOutput),
            ("tries-addresses-in-the-resolvers-order", Cause::WrongOutput),
            ("waits-for-an-address-that-answers-late", Cause::Exited),
            ("tries-the-next-after-silence", Cause::WrongOutput),
            ("tries-the-next-after-silence-over-ipv6", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-panics-when-nobody-accepts",
        program: "fetch",
        mistake: "Unwraps the connection that it has not got.",
        caught_by: &[
            ("says-that-the-connection-was-refused", Cause::Panicked),
            ("tries-each-address-once", Cause::Panicked),
            ("says-that-no-address-accepts", Cause::Panicked),
            ("gives-up-an-address-that-never-answers", Cause::Panicked),
            ("says-that-an-address-is-unreachable", Cause::Panicked),
        ],
    },
    Flaw {
        name: "fetch-shows-its-last-failure",
        program: "fetch",
        mistake: "Says why the last address failed, and not that all did.",
        caught_by: &[
            ("says-that-the-connection-was-refused", Cause::WrongOutput),
            ("says-that-no-address-accepts", Cause::WrongOutput),
            ("gives-up-an-address-that-never-answers", Cause::WrongOutput),
            ("says-that-an-address-is-unreachable", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-succeeds-when-nobody-accepts",
        program: "fetch",
        mistake: "Says that nobody has accepted, and ends with status 0.",
        caught_by: &[
            ("says-that-the-connection-was-refused", Cause::WrongExit),
            ("says-that-no-address-accepts", Cause::WrongExit),
            ("gives-up-an-address-that-never-answers", Cause::WrongExit),
            ("says-that-an-address-is-unreachable", Cause::WrongExit),
        ],
    },
];
