//! Flawed programs that play `fetch`: what they do with a name that fails, and how they end.

use super::every_failure;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "fetch-panics-at-an-unknown-name",
        program: "fetch",
        mistake: "Unwraps what the resolver answers.",
        caught_by: &[("fetch-says-why-a-name-fails", Cause::Panicked)],
    },
    Flaw {
        name: "fetch-takes-every-failure-for-an-unknown-name",
        program: "fetch",
        mistake: "Says of every failure that the name is not known, also where the name server has failed.",
        caught_by: &[("fetch-says-why-a-name-fails", Cause::WrongOutput)],
    },
    Flaw {
        name: "fetch-shows-the-resolvers-own-words",
        program: "fetch",
        mistake: "Says why a name fails in the words of getaddrinfo, which are others on every system.",
        caught_by: &[("fetch-says-why-a-name-fails", Cause::WrongOutput)],
    },
    Flaw {
        name: "fetch-asks-again-until-a-name-resolves",
        program: "fetch",
        mistake: "Takes a temporary failure for one that will be over soon, and asks again and again.",
        caught_by: &[("fetch-says-why-a-name-fails", Cause::NoAnswer)],
    },
    Flaw {
        name: "fetch-takes-an-unknown-name-for-no-address",
        program: "fetch",
        mistake: "Takes a name that fails for one without addresses, and says that none accepted.",
        caught_by: &[("fetch-says-why-a-name-fails", Cause::WrongOutput)],
    },
    Flaw {
        name: "fetch-says-its-errors-on-stdout",
        program: "fetch",
        mistake: "Says on stdout what went wrong.",
        caught_by: &every_failure(Cause::WrongOutput),
    },
    Flaw {
        name: "fetch-succeeds-after-failures",
        program: "fetch",
        mistake: "Says what went wrong, and ends with status 0.",
        caught_by: &every_failure(Cause::WrongExit),
    },
];
