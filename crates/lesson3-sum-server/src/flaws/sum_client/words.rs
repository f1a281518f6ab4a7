//! Flawed sum clients: what a client says, and its arguments.

use super::first_stage;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "sum-client-says-its-errors-on-stdout",
        program: "sum-client",
        mistake: "Says its errors on stdout.",
        caught_by: &[
            ("shows-the-servers-error", Cause::WrongOutput),
            ("refuses-a-reply-that-is-cut-off", Cause::WrongOutput),
            ("says-that-there-was-no-reply", Cause::WrongOutput),
            ("refuses-a-reply-that-is-no-number", Cause::WrongOutput),
            ("says-that-the-connection-was-reset", Cause::WrongOutput),
            ("says-that-nobody-listens", Cause::WrongOutput),
            ("client-fixed-refuses-bad-replies", Cause::WrongOutput),
            ("client-length-refuses-bad-replies", Cause::WrongOutput),
            ("client-shutdown-refuses-bad-replies", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "sum-client-succeeds-after-an-error",
        program: "sum-client",
        mistake: "Says its errors on stderr, and ends with status 0.",
        caught_by: &[
            ("shows-the-servers-error", Cause::WrongExit),
            ("refuses-a-reply-that-is-cut-off", Cause::WrongExit),
            ("says-that-there-was-no-reply", Cause::WrongExit),
            ("refuses-a-reply-that-is-no-number", Cause::WrongExit),
            ("says-that-the-connection-was-reset", Cause::WrongExit),
            ("says-that-nobody-listens", Cause::WrongExit),
            ("client-fixed-refuses-bad-replies", Cause::WrongExit),
            ("client-length-refuses-bad-replies", Cause::WrongExit),
            ("client-shutdown-refuses-bad-replies", Cause::WrongExit),
        ],
    },
    Flaw {
        name: "sum-client-repeats-the-word-error",
        program: "sum-client",
        mistake: "Puts its own `error: ` before the one that the server sent.",
        caught_by: &[("shows-the-servers-error", Cause::WrongOutput)],
    },
    Flaw {
        name: "sum-client-prints-a-sentence",
        program: "sum-client",
        mistake: "Prints a sentence with the sum in it.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "sum-client-prints-no-newline",
        program: "sum-client",
        mistake: "Prints the sum without a newline behind it.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "sum-client-panics-when-nobody-listens",
        program: "sum-client",
        mistake: "Unwraps what connect answers.",
        caught_by: &[("says-that-nobody-listens", Cause::Panicked)],
    },
    Flaw {
        name: "sum-client-succeeds-when-nobody-listens",
        program: "sum-client",
        mistake: "Says that nobody listens, and ends with status 0.",
        caught_by: &[("says-that-nobody-listens", Cause::WrongExit)],
    },
    Flaw {
        name: "sum-client-fails-at-wrong-arguments",
        program: "sum-client",
        mistake: "Ends with status 1 when it is used wrongly.",
        caught_by: &[("client-refuses-wrong-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "sum-client-panics-at-wrong-arguments",
        program: "sum-client",
        mistake: "Unwraps what parse makes of its arguments.",
        caught_by: &[("client-refuses-wrong-arguments", Cause::Panicked)],
    },
    Flaw {
        name: "sum-client-ignores-a-third-number",
        program: "sum-client",
        mistake: "Takes the first two of its numbers, and says nothing of the third.",
        caught_by: &[("client-refuses-wrong-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "sum-client-takes-names-for-addresses",
        program: "sum-client",
        mistake: "Looks a name up where it should take nothing but an address.",
        caught_by: &[("client-refuses-wrong-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "sum-client-takes-any-framing",
        program: "sum-client",
        mistake: "Takes a framing that it does not know for `lines`.",
        caught_by: &[("client-refuses-wrong-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "sum-client-ignores-the-framing",
        program: "sum-client",
        mistake: "Speaks in lines, whatever framing it was told.",
        caught_by: &[
            ("client-fixed-reads-nine-bytes", Cause::WrongBytes),
            ("client-fixed-refuses-bad-replies", Cause::WrongBytes),
            ("client-length-reads-the-length-first", Cause::WrongBytes),
            ("client-length-refuses-bad-replies", Cause::WrongBytes),
            ("client-shutdown-ends-its-request", Cause::WrongBytes),
            ("client-shutdown-refuses-bad-replies", Cause::WrongBytes),
            ("client-asks-for-random-numbers", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-client-speaks-ipv4-only",
        program: "sum-client",
        mistake: "Takes an IPv4 address and no other.",
        caught_by: &[("connects-over-ipv6", Cause::Exited)],
    },
];
