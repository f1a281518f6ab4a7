//! Flawed sum clients: the other framings.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "sum-client-sends-fixed-numbers-little-endian",
        program: "sum-client",
        mistake: "Sends the numbers of the framing `fixed` with the least significant byte first.",
        caught_by: &[
            ("says-that-the-connection-was-reset", Cause::WrongBytes),
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
        caught_by: &[
            ("says-that-the-connection-was-reset", Cause::Panicked),
            ("client-fixed-refuses-bad-replies", Cause::Panicked),
        ],
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
            ("says-that-the-connection-was-reset", Cause::NoAnswer),
            ("client-shutdown-ends-its-request", Cause::NoAnswer),
            ("client-shutdown-refuses-bad-replies", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "sum-client-ends-a-shutdown-request-with-a-newline",
        program: "sum-client",
        mistake: "Sends a newline at the end of a request in the framing `shutdown`.",
        caught_by: &[
            ("says-that-the-connection-was-reset", Cause::WrongBytes),
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
