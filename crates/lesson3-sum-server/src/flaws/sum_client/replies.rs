//! Flawed sum clients: how a client reads its reply.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "sum-client-takes-a-reply-of-32-bits",
        program: "sum-client",
        mistake: "Takes the sum for an i32.",
        caught_by: &[
            ("sends-the-largest-and-the-smallest", Cause::WrongOutput),
            ("client-asks-for-random-numbers", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "sum-client-takes-its-first-read-for-the-reply",
        program: "sum-client",
        mistake: "Takes what its first read brings for the whole reply.",
        caught_by: &[
            ("joins-a-reply-in-pieces", Cause::WrongOutput),
            ("client-asks-for-random-numbers", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "sum-client-waits-for-the-server-to-close",
        program: "sum-client",
        mistake: "Reads until the server closes before it looks for the newline.",
        caught_by: &[
            ("joins-a-reply-in-pieces", Cause::NoAnswer),
            ("stops-at-the-first-reply", Cause::NoAnswer),
            ("prints-one-reply-of-several", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "sum-client-waits-for-three-bytes",
        program: "sum-client",
        mistake: "Reads on until there are three bytes at least: a sum of one digit and its newline are only two.",
        caught_by: &[
            ("sends-numbers-in-plain-form", Cause::WrongOutput),
            ("stops-at-the-first-reply", Cause::NoAnswer),
            ("refuses-a-reply-that-is-no-number", Cause::NoAnswer),
            ("says-that-nobody-listens", Cause::NoAnswer),
            ("client-refuses-wrong-arguments", Cause::NoAnswer),
            ("connects-over-ipv6", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "sum-client-prints-the-last-of-several-replies",
        program: "sum-client",
        mistake: "Takes all that one read brings, and prints the last line of it.",
        caught_by: &[("prints-one-reply-of-several", Cause::WrongOutput)],
    },
    Flaw {
        name: "sum-client-prints-the-reply-as-it-is",
        program: "sum-client",
        mistake: "Prints whatever comes up to the newline or the end of file, and takes it for a sum.",
        caught_by: &[
            ("shows-the-servers-error", Cause::WrongOutput),
            ("refuses-a-reply-that-is-cut-off", Cause::WrongOutput),
            ("says-that-there-was-no-reply", Cause::WrongOutput),
            ("refuses-a-reply-that-is-no-number", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "sum-client-prints-half-a-number",
        program: "sum-client",
        mistake: "Takes the end of file for the end of a reply, and prints the digits that came until then.",
        caught_by: &[("refuses-a-reply-that-is-cut-off", Cause::WrongOutput)],
    },
    Flaw {
        name: "sum-client-prints-what-is-no-number",
        program: "sum-client",
        mistake: "Prints a reply that is no error, without a look at whether it is a number.",
        caught_by: &[("refuses-a-reply-that-is-no-number", Cause::WrongOutput)],
    },
    Flaw {
        name: "sum-client-takes-a-fraction-for-a-sum",
        program: "sum-client",
        mistake: "Takes the reply for a float.",
        caught_by: &[("refuses-a-reply-that-is-no-number", Cause::WrongOutput)],
    },
    Flaw {
        name: "sum-client-never-sees-the-end",
        program: "sum-client",
        mistake: "Waits for the newline, and takes 0 bytes for \"nothing yet\".",
        caught_by: &[
            ("refuses-a-reply-that-is-cut-off", Cause::NoAnswer),
            ("says-that-there-was-no-reply", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "sum-client-ends-without-a-word",
        program: "sum-client",
        mistake: "Prints nothing and succeeds when the server closes without a reply.",
        caught_by: &[("says-that-there-was-no-reply", Cause::WrongOutput)],
    },
    Flaw {
        name: "sum-client-takes-no-reply-for-zero",
        program: "sum-client",
        mistake: "Prints 0 when the server closes without a reply.",
        caught_by: &[
            ("says-that-there-was-no-reply", Cause::WrongOutput),
            ("client-shutdown-refuses-bad-replies", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "sum-client-takes-a-reset-for-the-end",
        program: "sum-client",
        mistake: "Takes a failed read for the end of the reply, and prints what came until then.",
        caught_by: &[("says-that-the-connection-was-reset", Cause::WrongOutput)],
    },
    Flaw {
        name: "sum-client-panics-at-a-reset",
        program: "sum-client",
        mistake: "Unwraps what read answers.",
        caught_by: &[("says-that-the-connection-was-reset", Cause::Panicked)],
    },
    Flaw {
        name: "sum-client-panics-at-a-reply-that-is-no-number",
        program: "sum-client",
        mistake: "Unwraps what parse answers.",
        caught_by: &[("refuses-a-reply-that-is-no-number", Cause::Panicked)],
    },
    Flaw {
        name: "sum-client-panics-at-a-reply-that-is-no-text",
        program: "sum-client",
        mistake: "Makes a String of a reply, and panics when it is no UTF-8.",
        caught_by: &[
            ("refuses-a-reply-that-is-no-number", Cause::Panicked),
            ("client-length-refuses-bad-replies", Cause::Panicked),
            ("client-shutdown-refuses-bad-replies", Cause::Panicked),
        ],
    },
    Flaw {
        name: "sum-client-panics-at-an-early-end",
        program: "sum-client",
        mistake: "Panics when the server closes without a newline.",
        caught_by: &[
            ("refuses-a-reply-that-is-cut-off", Cause::Panicked),
            ("says-that-there-was-no-reply", Cause::Panicked),
        ],
    },
];
