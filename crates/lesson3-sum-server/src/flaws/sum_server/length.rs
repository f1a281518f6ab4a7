//! Flawed sum servers: the framing `length`.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "sum-server-reads-lengths-little-endian",
        program: "sum-server",
        mistake: "Reads and writes a length with the least significant byte first.",
        caught_by: &[
            ("length-adds-two-numbers", Cause::WrongBytes),
            ("length-joins-a-request-in-pieces", Cause::WrongBytes),
            ("length-answers-random-requests", Cause::ClosedEarly),
            ("length-refuses-bad-requests", Cause::NoAnswer),
            ("length-takes-a-text-of-1024-bytes", Cause::WrongBytes),
            ("length-refuses-more-on-the-prefix-alone", Cause::NoAnswer),
            ("length-closes-after-half-a-request", Cause::NoAnswer),
            ("survives-a-reset", Cause::ClosedEarly),
            ("survives-a-client-that-vanishes", Cause::ClosedEarly),
        ],
    },
    Flaw {
        name: "sum-server-reads-lengths-of-one-byte",
        program: "sum-server",
        mistake: "Reads and writes a length of one byte.",
        caught_by: &[
            ("length-adds-two-numbers", Cause::WrongBytes),
            ("length-joins-a-request-in-pieces", Cause::WrongBytes),
            ("length-answers-random-requests", Cause::NoAnswer),
            ("length-refuses-bad-requests", Cause::NoAnswer),
            ("length-takes-a-text-of-1024-bytes", Cause::WrongBytes),
            ("length-refuses-more-on-the-prefix-alone", Cause::WrongBytes),
            ("length-closes-after-half-a-request", Cause::WrongBytes),
            ("survives-a-reset", Cause::WrongBytes),
            ("survives-a-client-that-vanishes", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-counts-the-prefix",
        program: "sum-server",
        mistake: "Counts the two bytes of the length among those that it counts.",
        caught_by: &[
            ("length-adds-two-numbers", Cause::WrongBytes),
            ("length-joins-a-request-in-pieces", Cause::WrongBytes),
            ("length-answers-random-requests", Cause::WrongBytes),
            ("length-refuses-bad-requests", Cause::NoAnswer),
            ("length-takes-a-text-of-1024-bytes", Cause::WrongBytes),
            ("length-refuses-more-on-the-prefix-alone", Cause::WrongBytes),
            ("length-closes-after-half-a-request", Cause::WrongBytes),
            ("survives-a-reset", Cause::WrongBytes),
            ("survives-a-client-that-vanishes", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-believes-every-length",
        program: "sum-server",
        mistake: "Waits for as many bytes as a length promises, and refuses them only then.",
        caught_by: &[("length-refuses-more-on-the-prefix-alone", Cause::NoAnswer)],
    },
    Flaw {
        name: "sum-server-closes-silently-at-a-large-length",
        program: "sum-server",
        mistake: "Closes the connection when a length is too large, without a word.",
        caught_by: &[(
            "length-refuses-more-on-the-prefix-alone",
            Cause::ClosedEarly,
        )],
    },
    Flaw {
        name: "sum-server-goes-on-after-a-large-length",
        program: "sum-server",
        mistake: "Says that a length is too large, and waits for the next one.",
        caught_by: &[("length-refuses-more-on-the-prefix-alone", Cause::NoAnswer)],
    },
    Flaw {
        name: "sum-server-refuses-a-text-of-1024-bytes",
        program: "sum-server",
        mistake: "Refuses a length that is exactly the limit.",
        caught_by: &[
            ("length-takes-a-text-of-1024-bytes", Cause::WrongBytes),
            ("length-closes-after-half-a-request", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-takes-a-text-of-1025-bytes",
        program: "sum-server",
        mistake: "Allows a text one byte longer than the limit.",
        caught_by: &[("length-refuses-more-on-the-prefix-alone", Cause::NoAnswer)],
    },
    Flaw {
        name: "sum-server-takes-a-length-of-zero-for-the-end",
        program: "sum-server",
        mistake: "Takes a request without any text for the end of the conversation.",
        caught_by: &[
            ("length-answers-random-requests", Cause::ClosedEarly),
            ("length-refuses-bad-requests", Cause::ClosedEarly),
        ],
    },
    Flaw {
        name: "sum-server-takes-one-byte-of-a-length-for-the-end",
        program: "sum-server",
        mistake: "Reads the two bytes of a length with one read, and takes a single byte for the end of the conversation.",
        caught_by: &[
            ("length-joins-a-request-in-pieces", Cause::ClosedEarly),
            ("length-answers-random-requests", Cause::ClosedEarly),
        ],
    },
    Flaw {
        name: "sum-server-reads-a-text-with-one-read",
        program: "sum-server",
        mistake: "Reads a text with one read, and takes what came for all of it.",
        caught_by: &[
            ("length-joins-a-request-in-pieces", Cause::WrongBytes),
            ("length-answers-random-requests", Cause::WrongBytes),
            ("length-closes-after-half-a-request", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-answers-half-a-text",
        program: "sum-server",
        mistake: "Answers a text that is cut off as if it were whole.",
        caught_by: &[("length-closes-after-half-a-request", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-server-makes-a-buffer-for-each-length",
        program: "sum-server",
        mistake: "Makes a new BufReader for each request with a length, and loses what the last one had read too much.",
        caught_by: &[("length-answers-random-requests", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-server-forgets-the-length-of-an-error",
        program: "sum-server",
        mistake: "Sends an error as bare text, without its length in front.",
        caught_by: &[
            ("length-adds-two-numbers", Cause::WrongBytes),
            ("length-answers-random-requests", Cause::NoAnswer),
            ("length-refuses-bad-requests", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "sum-server-adds-a-newline-behind-a-length",
        program: "sum-server",
        mistake: "Ends a reply that has a length with a newline as well.",
        caught_by: &[
            ("length-adds-two-numbers", Cause::WrongBytes),
            ("length-joins-a-request-in-pieces", Cause::WrongBytes),
            ("length-answers-random-requests", Cause::WrongBytes),
            ("length-refuses-bad-requests", Cause::WrongBytes),
            ("length-takes-a-text-of-1024-bytes", Cause::WrongBytes),
            ("length-refuses-more-on-the-prefix-alone", Cause::WrongBytes),
            ("length-closes-after-half-a-request", Cause::WrongBytes),
            ("survives-a-reset", Cause::WrongBytes),
            ("survives-a-client-that-vanishes", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-unwraps-from-utf8",
        program: "sum-server",
        mistake: "Makes a String of a text with a length, and panics when it is no UTF-8.",
        caught_by: &[
            ("length-answers-random-requests", Cause::Panicked),
            ("length-refuses-bad-requests", Cause::Panicked),
        ],
    },
    Flaw {
        name: "sum-server-ignores-a-line-end-behind-a-length",
        program: "sum-server",
        mistake: "Takes a line end off a text with a length, as in another framing.",
        caught_by: &[("length-refuses-bad-requests", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-server-ends-its-errors-with-a-newline-behind-a-length",
        program: "sum-server",
        mistake: "Ends its errors with a newline, although their length says where they end.",
        caught_by: &[
            ("length-adds-two-numbers", Cause::WrongBytes),
            ("length-answers-random-requests", Cause::WrongBytes),
            ("length-refuses-bad-requests", Cause::WrongBytes),
        ],
    },
];
