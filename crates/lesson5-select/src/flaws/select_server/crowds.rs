//! Flawed select servers: many clients, and too few descriptors.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "select-server-tries-every-client-after-each-wait",
        program: "select-server",
        mistake: "Tries to read every client whenever one of them has something to say.",
        caught_by: &[("costs-the-same-with-a-thousand", Cause::TooMuchWork)],
    },
    Flaw {
        name: "select-server-asks-for-everybody-before-each-wait",
        program: "select-server",
        mistake: "Tells the poller before each wait which sockets there are, as select() wants it.",
        caught_by: &[("costs-the-same-with-a-thousand", Cause::TooMuchWork)],
    },
    Flaw {
        name: "select-server-keeps-every-descriptor",
        program: "select-server",
        mistake: "Ends every conversation as it should be, and keeps the socket.",
        caught_by: &[("gives-every-descriptor-back", Cause::Leak)],
    },
    Flaw {
        name: "select-server-keeps-the-descriptors-of-the-lost",
        program: "select-server",
        mistake: "Forgets to close the sockets of those whose connection has failed.",
        caught_by: &[("gives-every-descriptor-back", Cause::Leak)],
    },
    Flaw {
        name: "select-server-panics-when-accept-fails",
        program: "select-server",
        mistake: "Unwraps what accept answers.",
        caught_by: &[
            ("survives-the-loss-of-all-descriptors", Cause::Panicked),
            ("serves-without-free-descriptors", Cause::Panicked),
        ],
    },
    Flaw {
        name: "select-server-never-accepts-again",
        program: "select-server",
        mistake: "Looks away from the listening socket when it cannot accept a client, and never looks there again.",
        caught_by: &[
            ("survives-the-loss-of-all-descriptors", Cause::NoAnswer),
            ("serves-without-free-descriptors", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "select-server-waits-for-a-descriptor",
        program: "select-server",
        mistake: "Tries to accept again and again, with a pause in between, until it has worked; meanwhile it serves nobody.",
        caught_by: &[("serves-without-free-descriptors", Cause::NoAnswer)],
    },
    Flaw {
        name: "select-server-is-told-of-who-cannot-come-in",
        program: "select-server",
        mistake: "Reports that it cannot accept a client, and waits for the next event, which is the same.",
        caught_by: &[("serves-without-free-descriptors", Cause::BusyLoop)],
    },
    Flaw {
        name: "select-server-sleeps-while-it-cannot-accept",
        program: "select-server",
        mistake: "Sleeps in the loop where a client cannot be accepted, so that all the others wait, too.",
        caught_by: &[("serves-without-free-descriptors", Cause::BlockedOthers)],
    },
];
