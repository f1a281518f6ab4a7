//! The flawed sum clients, and the checks that catch each of them.

use grader::Cause;
use grader::Flaw;

pub(crate) const SUM_CLIENT: &[Flaw] = &[
    Flaw {
        name: "sum-client-sends-no-newline",
        program: "sum-client",
        mistake: "Sends its two numbers without a newline behind them.",
        caught_by: &first_stage(Cause::NoAnswer),
    },
    Flaw {
        name: "sum-client-sends-crlf",
        program: "sum-client",
        mistake: "Ends its request with a carriage return and a newline.",
        caught_by: &first_stage(Cause::WrongBytes),
    },
    Flaw {
        name: "sum-client-sends-what-was-typed",
        program: "sum-client",
        mistake: "Sends its arguments as they were typed, and not the numbers that they are.",
        caught_by: &[("sends-numbers-in-plain-form", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-client-takes-a-minus-for-an-option",
        program: "sum-client",
        mistake: "Leaves clap as it is, which takes a negative number for an option.",
        caught_by: &[
            ("sends-negative-numbers", Cause::Exited),
            ("sends-numbers-in-plain-form", Cause::Exited),
            ("sends-the-largest-and-the-smallest", Cause::Exited),
            ("client-asks-for-random-numbers", Cause::Exited),
        ],
    },
    Flaw {
        name: "sum-client-counts-with-32-bits",
        program: "sum-client",
        mistake: "Takes its numbers for i32.",
        caught_by: &[
            ("sends-the-largest-and-the-smallest", Cause::Exited),
            ("client-asks-for-random-numbers", Cause::Exited),
        ],
    },
    Flaw {
        name: "sum-client-takes-fractions",
        program: "sum-client",
        mistake: "Takes its numbers for f64, and sends what is left of them without the fraction.",
        caught_by: &[
            ("client-refuses-wrong-arguments", Cause::WrongExit),
            ("client-asks-for-random-numbers", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-client-adds-by-itself",
        program: "sum-client",
        mistake: "Asks the server, but prints a sum of its own.",
        caught_by: &[
            ("joins-a-reply-in-pieces", Cause::WrongOutput),
            ("client-fixed-reads-nine-bytes", Cause::WrongOutput),
            ("client-length-reads-the-length-first", Cause::WrongOutput),
            ("client-shutdown-ends-its-request", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "sum-client-asks-nobody",
        program: "sum-client",
        mistake: "Adds by itself, and does not even connect.",
        caught_by: &first_stage(Cause::Exited),
    },
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
        caught_by: &first_stage(Cause::NoAnswer),
    },
    Flaw {
        name: "sum-client-waits-for-three-bytes",
        program: "sum-client",
        mistake: "Reads on until there are three bytes at least: a sum of one digit and its newline are only two.",
        caught_by: &[
            ("sends-numbers-in-plain-form", Cause::NoAnswer),
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
    Flaw {
        name: "sum-client-sends-fixed-numbers-little-endian",
        program: "sum-client",
        mistake: "Sends the numbers of the framing `fixed` with the least significant byte first.",
        caught_by: &[
            ("client-fixed-reads-nine-bytes", Cause::WrongBytes),
            ("client-fixed-refuses-bad-replies", Cause::WrongBytes),
            ("client-asks-for-random-numbers", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-client-ignores-the-status",
        program: "sum-client",
        mistake: "Prints the sum of the framing `fixed` whatever its status says.",
        caught_by: &[("client-fixed-refuses-bad-replies", Cause::WrongOutput)],
    },
    Flaw {
        name: "sum-client-takes-every-other-status-for-good",
        program: "sum-client",
        mistake: "Knows that status 1 is an overflow, and takes every other one for a sum.",
        caught_by: &[("client-fixed-refuses-bad-replies", Cause::WrongOutput)],
    },
    Flaw {
        name: "sum-client-reads-a-fixed-reply-with-one-read",
        program: "sum-client",
        mistake: "Reads the 9 bytes of a reply with one read, and does not look how many came.",
        caught_by: &[
            ("client-fixed-reads-nine-bytes", Cause::WrongOutput),
            ("client-asks-for-random-numbers", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "sum-client-prints-half-a-fixed-reply",
        program: "sum-client",
        mistake: "Takes zeros for the bytes that are missing when a reply of 9 bytes is cut off.",
        caught_by: &[("client-fixed-refuses-bad-replies", Cause::WrongOutput)],
    },
    Flaw {
        name: "sum-client-unwraps-read-exact",
        program: "sum-client",
        mistake: "Unwraps what read_exact answers, and panics at a reply of 9 bytes that is cut off.",
        caught_by: &[("client-fixed-refuses-bad-replies", Cause::Panicked)],
    },
    Flaw {
        name: "sum-client-reads-lengths-little-endian",
        program: "sum-client",
        mistake: "Reads a length with the least significant byte first.",
        caught_by: &[
            ("client-length-reads-the-length-first", Cause::NoAnswer),
            ("client-length-refuses-bad-replies", Cause::NoAnswer),
            ("client-asks-for-random-numbers", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "sum-client-waits-for-the-end-behind-a-length",
        program: "sum-client",
        mistake: "Reads until the server closes, although the length says how much comes.",
        caught_by: &[
            ("client-length-reads-the-length-first", Cause::NoAnswer),
            ("client-length-refuses-bad-replies", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "sum-client-reads-a-text-with-one-read",
        program: "sum-client",
        mistake: "Reads the text behind a length with one read, and does not look how many bytes came.",
        caught_by: &[
            ("client-length-reads-the-length-first", Cause::WrongOutput),
            ("client-asks-for-random-numbers", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "sum-client-prints-half-a-text",
        program: "sum-client",
        mistake: "Prints the digits that came when a reply with a length is cut off.",
        caught_by: &[("client-length-refuses-bad-replies", Cause::WrongOutput)],
    },
    Flaw {
        name: "sum-client-never-ends-its-request",
        program: "sum-client",
        mistake: "Does not shut its sending side in the framing `shutdown`.",
        caught_by: &[
            ("client-shutdown-ends-its-request", Cause::NoAnswer),
            ("client-shutdown-refuses-bad-replies", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "sum-client-ends-a-shutdown-request-with-a-newline",
        program: "sum-client",
        mistake: "Sends a newline at the end of a request in the framing `shutdown`.",
        caught_by: &[
            ("client-shutdown-ends-its-request", Cause::WrongBytes),
            ("client-shutdown-refuses-bad-replies", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-client-waits-for-a-newline-in-a-shutdown-reply",
        program: "sum-client",
        mistake: "Waits for a newline at the end of a reply in the framing `shutdown`.",
        caught_by: &[
            ("client-shutdown-ends-its-request", Cause::WrongOutput),
            ("client-shutdown-refuses-bad-replies", Cause::WrongOutput),
            ("client-asks-for-random-numbers", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "sum-client-takes-its-first-read-for-a-shutdown-reply",
        program: "sum-client",
        mistake: "Takes what its first read brings for the whole reply in the framing `shutdown`.",
        caught_by: &[
            ("client-shutdown-ends-its-request", Cause::WrongOutput),
            ("client-asks-for-random-numbers", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "sum-client-prints-a-shutdown-reply-as-it-is",
        program: "sum-client",
        mistake: "Prints a reply in the framing `shutdown`, whatever it is.",
        caught_by: &[("client-shutdown-refuses-bad-replies", Cause::WrongOutput)],
    },
];

/// Every check of the first stage fails in the same way, and all others are blocked.
const fn first_stage(cause: Cause) -> [(&'static str, Cause); 4] {
    [
        ("prints-the-sum", cause),
        ("sends-negative-numbers", cause),
        ("sends-numbers-in-plain-form", cause),
        ("sends-the-largest-and-the-smallest", cause),
    ]
}
