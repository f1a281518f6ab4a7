//! Flawed programs that play `lookup`: what they say when a lookup fails.

use super::every_failure;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "lookup-shows-the-resolvers-own-words",
        program: "lookup",
        mistake: "Says what went wrong in the words of getaddrinfo, which are others on every system.",
        caught_by: &[
            ("says-name-not-known", Cause::WrongOutput),
            ("says-that-an-address-has-no-name", Cause::WrongOutput),
            ("says-try-again-later", Cause::WrongOutput),
            ("says-try-again-later-for-an-address", Cause::WrongOutput),
            (
                "says-try-again-later-when-nobody-answers",
                Cause::WrongOutput,
            ),
            ("answers-the-others-after-a-failure", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-takes-every-failure-for-an-unknown-name",
        program: "lookup",
        mistake: "Says of every failure that the name is not known, also where the name server has failed.",
        caught_by: &[
            ("says-try-again-later", Cause::WrongOutput),
            ("says-try-again-later-for-an-address", Cause::WrongOutput),
            (
                "says-try-again-later-when-nobody-answers",
                Cause::WrongOutput,
            ),
        ],
    },
    Flaw {
        name: "lookup-takes-every-failure-for-a-temporary-one",
        program: "lookup",
        mistake: "Says to try again later, also where that will not help.",
        caught_by: &[
            ("says-name-not-known", Cause::WrongOutput),
            ("says-that-an-address-has-no-name", Cause::WrongOutput),
            ("answers-the-others-after-a-failure", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-asks-again-until-it-knows",
        program: "lookup",
        mistake: "Takes a temporary failure for one that will be over soon, and asks again and again.",
        caught_by: &[
            ("says-try-again-later", Cause::NoAnswer),
            ("says-try-again-later-for-an-address", Cause::NoAnswer),
            ("says-try-again-later-when-nobody-answers", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "lookup-says-its-errors-on-stdout",
        program: "lookup",
        mistake: "Says on stdout what went wrong.",
        caught_by: &every_failure(Cause::WrongOutput),
    },
    Flaw {
        name: "lookup-names-nothing-in-its-errors",
        program: "lookup",
        mistake: "Says what went wrong, but not with which argument.",
        caught_by: &every_failure(Cause::WrongOutput),
    },
    Flaw {
        name: "lookup-says-nothing-about-failures",
        program: "lookup",
        mistake: "Ends with status 1, and says nothing.",
        caught_by: &every_failure(Cause::WrongOutput),
    },
    Flaw {
        name: "lookup-succeeds-after-failures",
        program: "lookup",
        mistake: "Says what went wrong, and ends with status 0.",
        caught_by: &every_failure(Cause::WrongExit),
    },
    Flaw {
        name: "lookup-names-the-parsed-address-in-its-error",
        program: "lookup",
        mistake: "Names an address in its error as it has parsed it, not as it was typed.",
        caught_by: &[("says-that-an-address-has-no-name", Cause::WrongOutput)],
    },
];
