//! Flawed select servers: clients that reset, flood and vanish.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "select-server-stops-at-a-reset",
        program: "select-server",
        mistake: "Takes an error of one client's for its own, and leaves its loop.",
        caught_by: &[
            ("survives-a-reset", Cause::NoAnswer),
            ("survives-a-reset-with-bytes-owed", Cause::NoAnswer),
            ("survives-clients-that-vanish", Cause::NoAnswer),
            ("keeps-apart-who-comes-after", Cause::NoAnswer),
            ("serves-beside-clients-that-come-and-go", Cause::NoAnswer),
            ("gives-every-descriptor-back", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "select-server-stops-at-a-failed-write",
        program: "select-server",
        mistake: "Expects that reading may fail, but leaves its loop when writing does.",
        caught_by: &[
            ("survives-a-reset-with-bytes-owed", Cause::NoAnswer),
            ("survives-clients-that-vanish", Cause::NoAnswer),
            ("keeps-apart-who-comes-after", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "select-server-ignores-failed-writes",
        program: "select-server",
        mistake: "Passes over every error of write, so that nobody removes a client who has gone.",
        caught_by: &[("survives-a-reset-with-bytes-owed", Cause::BusyLoop)],
    },
    Flaw {
        name: "select-server-keeps-what-a-descriptor-was-owed",
        program: "select-server",
        mistake: "Keeps what it owes by the number of the descriptor, and does not forget it with the client.",
        caught_by: &[("keeps-apart-who-comes-after", Cause::WrongBytes)],
    },
];
