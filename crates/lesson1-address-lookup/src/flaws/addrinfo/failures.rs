//! Flawed programs that play `addrinfo`: what they say when getaddrinfo fails, or when they are called in a wrong way.

use super::every_failure;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "addrinfo-names-the-host-in-a-services-error",
        program: "addrinfo",
        mistake: "Says that the service is not known, and names the host.",
        caught_by: &[
            ("says-service-not-known", Cause::WrongOutput),
            ("says-service-not-known-for-the-type", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "addrinfo-names-the-service-in-a-hosts-error",
        program: "addrinfo",
        mistake: "Names the service in every error, also where the name of the host is not known.",
        caught_by: &[("addrinfo-says-why-a-name-fails", Cause::WrongOutput)],
    },
    Flaw {
        name: "addrinfo-shows-getaddrinfos-own-words",
        program: "addrinfo",
        mistake: "Says what went wrong in the words of getaddrinfo, which are others on every system.",
        caught_by: &[
            ("says-service-not-known", Cause::WrongOutput),
            ("says-service-not-known-for-the-type", Cause::WrongOutput),
            ("addrinfo-says-why-a-name-fails", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "addrinfo-takes-every-failure-for-an-unknown-name",
        program: "addrinfo",
        mistake: "Says of every failure that the name is not known, also where the service is not, or the name server has failed.",
        caught_by: &[
            ("says-service-not-known", Cause::WrongOutput),
            ("says-service-not-known-for-the-type", Cause::WrongOutput),
            ("addrinfo-says-why-a-name-fails", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "addrinfo-panics-when-nothing-is-found",
        program: "addrinfo",
        mistake: "Unwraps what getaddrinfo answers.",
        caught_by: &[
            ("says-service-not-known", Cause::Panicked),
            ("says-service-not-known-for-the-type", Cause::Panicked),
            ("addrinfo-says-why-a-name-fails", Cause::Panicked),
        ],
    },
    Flaw {
        name: "addrinfo-says-its-errors-on-stdout",
        program: "addrinfo",
        mistake: "Says on stdout what went wrong.",
        caught_by: &every_failure(Cause::WrongOutput),
    },
    Flaw {
        name: "addrinfo-succeeds-after-failures",
        program: "addrinfo",
        mistake: "Says what went wrong, and ends with status 0.",
        caught_by: &every_failure(Cause::WrongExit),
    },
    Flaw {
        name: "addrinfo-takes-an-unknown-type-for-none",
        program: "addrinfo",
        mistake: "Takes a type that it does not know for none at all.",
        caught_by: &[("addrinfo-refuses-wrong-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "addrinfo-ignores-surplus-arguments",
        program: "addrinfo",
        mistake: "Never looks at the arguments after its second one.",
        caught_by: &[("addrinfo-refuses-wrong-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "addrinfo-panics-without-arguments",
        program: "addrinfo",
        mistake: "Takes its arguments without looking whether there are any.",
        caught_by: &[("addrinfo-refuses-wrong-arguments", Cause::Panicked)],
    },
    Flaw {
        name: "addrinfo-ends-wrong-usage-like-a-failure",
        program: "addrinfo",
        mistake: "Ends with status 1 after wrong usage.",
        caught_by: &[("addrinfo-refuses-wrong-arguments", Cause::WrongExit)],
    },
];
