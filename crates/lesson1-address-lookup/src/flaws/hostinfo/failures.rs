//! Flawed programs that play `hostinfo`: what they do with a name that fails, and with wrong arguments.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "hostinfo-panics-when-the-name-server-fails",
        program: "hostinfo",
        mistake: "Knows that a name may be unknown, and believes that nothing else can happen.",
        caught_by: &[("says-that-the-hostname-does-not-resolve", Cause::Panicked)],
    },
    Flaw {
        name: "hostinfo-says-its-error-on-stdout",
        program: "hostinfo",
        mistake: "Says on stdout what went wrong.",
        caught_by: &[(
            "says-that-the-hostname-does-not-resolve",
            Cause::WrongOutput,
        )],
    },
    Flaw {
        name: "hostinfo-succeeds-when-its-name-does-not-resolve",
        program: "hostinfo",
        mistake: "Says that its name does not resolve, and ends with status 0.",
        caught_by: &[("says-that-the-hostname-does-not-resolve", Cause::WrongExit)],
    },
    Flaw {
        name: "hostinfo-prints-its-name-before-it-knows",
        program: "hostinfo",
        mistake: "Prints its name before it asks for the addresses, which may fail.",
        caught_by: &[(
            "says-that-the-hostname-does-not-resolve",
            Cause::WrongOutput,
        )],
    },
    Flaw {
        name: "hostinfo-names-no-name-in-its-error",
        program: "hostinfo",
        mistake: "Says what went wrong, but not with which name.",
        caught_by: &[(
            "says-that-the-hostname-does-not-resolve",
            Cause::WrongOutput,
        )],
    },
    Flaw {
        name: "hostinfo-asks-again-until-its-name-resolves",
        program: "hostinfo",
        mistake: "Takes a temporary failure for one that will be over soon, and asks again and again.",
        caught_by: &[("says-that-the-hostname-does-not-resolve", Cause::NoAnswer)],
    },
    Flaw {
        name: "hostinfo-takes-arguments-silently",
        program: "hostinfo",
        mistake: "Never looks at its arguments.",
        caught_by: &[("hostinfo-refuses-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "hostinfo-says-its-usage-on-stdout",
        program: "hostinfo",
        mistake: "Says on stdout how it is used.",
        caught_by: &[("hostinfo-refuses-arguments", Cause::WrongOutput)],
    },
];
