//! Flawed programs that play `fetch`: what they take for arguments.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "fetch-takes-a-port-for-an-i32",
        program: "fetch",
        mistake: "Parses a port as an i32, and cuts it to 16 bits.",
        caught_by: &[("fetch-refuses-wrong-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "fetch-panics-at-a-wrong-port",
        program: "fetch",
        mistake: "Unwraps what parse answers for a port.",
        caught_by: &[("fetch-refuses-wrong-arguments", Cause::Panicked)],
    },
    Flaw {
        name: "fetch-takes-a-wrong-port-for-a-failure",
        program: "fetch",
        mistake: "Takes a port that is none for something that could not be done, not for wrong usage.",
        caught_by: &[("fetch-refuses-wrong-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "fetch-takes-a-service-for-a-port",
        program: "fetch",
        mistake: "Takes the name of a service for its port.",
        caught_by: &[("fetch-refuses-wrong-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "fetch-takes-a-wrong-timeout-for-none",
        program: "fetch",
        mistake: "Takes a timeout that it cannot read for the usual one.",
        caught_by: &[("fetch-refuses-wrong-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "fetch-ignores-surplus-arguments",
        program: "fetch",
        mistake: "Never looks at the arguments after its third one.",
        caught_by: &[("fetch-refuses-wrong-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "fetch-ends-wrong-usage-like-a-failure",
        program: "fetch",
        mistake: "Ends with status 1 after wrong usage.",
        caught_by: &[("fetch-refuses-wrong-arguments", Cause::WrongExit)],
    },
];
