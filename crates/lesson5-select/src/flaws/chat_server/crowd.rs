//! Flawed chat servers: many people, and too few descriptors.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "chat-server-overwrites-what-it-owes",
        program: "chat-server",
        mistake: "Puts what is said in the place of what is still owed.",
        caught_by: &[
            ("chat-takes-lines-that-come-at-once", Cause::WrongBytes),
            ("chat-drops-a-carriage-return", Cause::WrongBytes),
            ("chat-refuses-a-line-of-1025-bytes", Cause::WrongBytes),
            ("chat-lets-its-error-be-read", Cause::WrongBytes),
            ("chat-passes-the-last-lines-on-first", Cause::WrongBytes),
            ("chat-tells-everybody-in-the-same-order", Cause::NoAnswer),
            ("chat-cuts-off-who-does-not-listen", Cause::NoAnswer),
            ("chat-keeps-who-listens-late", Cause::NoAnswer),
            ("chat-tells-of-all-who-are-cut-off", Cause::NoAnswer),
            (
                "chat-sleeps-while-somebody-does-not-listen",
                Cause::NoAnswer,
            ),
        ],
    },
    Flaw {
        name: "chat-server-has-room-for-100-people",
        program: "chat-server",
        mistake: "Keeps its clients in a table of 100 places, and lets everybody else wait.",
        caught_by: &[("chat-carries-a-crowd", Cause::NoAnswer)],
    },
    Flaw {
        name: "chat-server-keeps-every-descriptor",
        program: "chat-server",
        mistake: "Ends every conversation as it should be, and keeps the socket.",
        caught_by: &[("chat-gives-every-descriptor-back", Cause::Leak)],
    },
    Flaw {
        name: "chat-server-panics-when-accept-fails",
        program: "chat-server",
        mistake: "Unwraps what accept answers.",
        caught_by: &[("chat-survives-the-loss-of-all-descriptors", Cause::Panicked)],
    },
    Flaw {
        name: "chat-server-never-accepts-again",
        program: "chat-server",
        mistake: "Looks away from the listening socket when it cannot accept a client, and never looks there again.",
        caught_by: &[("chat-survives-the-loss-of-all-descriptors", Cause::NoAnswer)],
    },
];
