//! Flawed select servers: those that never sleep.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "select-server-asks-for-writing-always",
        program: "select-server",
        mistake: "Asks the poller to tell when a client can be written to, whether anything is owed to it or not.",
        caught_by: &[
            ("sleeps-with-one-client", Cause::BusyLoop),
            ("sleeps-with-500-clients", Cause::BusyLoop),
            ("survives-a-reset-with-bytes-owed", Cause::BusyLoop),
            ("costs-the-same-with-a-thousand", Cause::TooMuchWork),
            ("serves-without-free-descriptors", Cause::BusyLoop),
        ],
    },
    Flaw {
        name: "select-server-asks-each-client-in-turn",
        program: "select-server",
        mistake: "Has no use for what the poller tells: it tries to read each client, one after the other, without a break.",
        caught_by: &[
            ("sleeps-with-one-client", Cause::BusyLoop),
            ("sleeps-with-500-clients", Cause::BusyLoop),
            ("sleeps-after-its-clients", Cause::BusyLoop),
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::BusyLoop,
            ),
            ("sleeps-while-a-client-does-not-read", Cause::BusyLoop),
            ("survives-a-reset-with-bytes-owed", Cause::BusyLoop),
            ("costs-the-same-with-a-thousand", Cause::TooMuchWork),
            ("serves-without-free-descriptors", Cause::BusyLoop),
        ],
    },
    Flaw {
        name: "select-server-looks-away-but-is-told",
        program: "select-server",
        mistake: "Reads no more from a client that owes it too much, but lets the poller tell of it all the same, again and again.",
        caught_by: &[
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::BusyLoop,
            ),
            ("sleeps-while-a-client-does-not-read", Cause::BusyLoop),
        ],
    },
    Flaw {
        name: "select-server-never-waits-while-something-is-owed",
        program: "select-server",
        mistake: "Does not ask the poller for the moment when there is room, but tries again and again while anything is owed to the one served last.",
        caught_by: &[
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::BusyLoop,
            ),
            ("sleeps-while-a-client-does-not-read", Cause::BusyLoop),
        ],
    },
];
