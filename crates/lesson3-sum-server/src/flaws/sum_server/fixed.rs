//! Flawed sum servers: the framing `fixed`.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "sum-server-reads-fixed-numbers-little-endian",
        program: "sum-server",
        mistake: "Reads and writes the numbers of the framing `fixed` with the least significant byte first.",
        caught_by: &[
            ("fixed-adds-two-numbers", Cause::WrongBytes),
            ("fixed-joins-a-request-in-pieces", Cause::WrongBytes),
            ("fixed-answers-random-requests", Cause::WrongBytes),
            ("fixed-says-overflow", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-takes-one-read-for-a-fixed-request",
        program: "sum-server",
        mistake: "Reads the 16 bytes of a request with one read, and does not look how many came.",
        caught_by: &[
            ("fixed-joins-a-request-in-pieces", Cause::WrongBytes),
            ("fixed-answers-random-requests", Cause::WrongBytes),
            ("fixed-closes-after-half-a-request", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-makes-a-buffer-for-each-fixed-request",
        program: "sum-server",
        mistake: "Makes a new BufReader for each request of 16 bytes, and loses what the last one had read too much.",
        caught_by: &[("fixed-answers-random-requests", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-server-answers-one-fixed-request-only",
        program: "sum-server",
        mistake: "Answers one request of 16 bytes, and closes.",
        caught_by: &[
            ("fixed-adds-two-numbers", Cause::ClosedEarly),
            ("fixed-joins-a-request-in-pieces", Cause::ClosedEarly),
            ("fixed-answers-random-requests", Cause::ClosedEarly),
            ("fixed-says-overflow", Cause::ClosedEarly),
        ],
    },
    Flaw {
        name: "sum-server-ends-a-fixed-request-at-a-newline",
        program: "sum-server",
        mistake: "Takes a byte 10 in a request of 16 bytes for its end.",
        caught_by: &[("fixed-answers-random-requests", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-server-forgets-the-status",
        program: "sum-server",
        mistake: "Sends the sum of the framing `fixed` without a status.",
        caught_by: &[
            ("fixed-adds-two-numbers", Cause::WrongBytes),
            ("fixed-joins-a-request-in-pieces", Cause::WrongBytes),
            ("fixed-answers-random-requests", Cause::WrongBytes),
            ("fixed-says-overflow", Cause::WrongBytes),
            ("fixed-closes-after-half-a-request", Cause::WrongBytes),
            ("survives-a-reset", Cause::WrongBytes),
            ("survives-a-client-that-vanishes", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-forgets-the-status-of-an-overflow",
        program: "sum-server",
        mistake: "Sends the sum 0 when the sum does not fit, but with the status of a good reply.",
        caught_by: &[
            ("fixed-answers-random-requests", Cause::WrongBytes),
            ("fixed-says-overflow", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-sends-a-sum-with-an-overflow",
        program: "sum-server",
        mistake: "Sends what is left of a sum that does not fit behind the status of an overflow.",
        caught_by: &[
            ("fixed-answers-random-requests", Cause::WrongBytes),
            ("fixed-says-overflow", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-sends-only-the-status-of-an-overflow",
        program: "sum-server",
        mistake: "Sends the status of an overflow without the eight bytes behind it.",
        caught_by: &[
            ("fixed-answers-random-requests", Cause::WrongBytes),
            ("fixed-says-overflow", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "sum-server-closes-at-a-fixed-overflow",
        program: "sum-server",
        mistake: "Closes the connection in the framing `fixed` when a sum does not fit.",
        caught_by: &[
            ("fixed-answers-random-requests", Cause::ClosedEarly),
            ("fixed-says-overflow", Cause::ClosedEarly),
        ],
    },
    Flaw {
        name: "sum-server-answers-half-a-fixed-request",
        program: "sum-server",
        mistake: "Takes zeros for the bytes that are missing when a request of 16 bytes is cut off.",
        caught_by: &[("fixed-closes-after-half-a-request", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-server-panics-at-half-a-fixed-request",
        program: "sum-server",
        mistake: "Takes care of the end of file between two requests of 16 bytes, and panics at one in the middle.",
        caught_by: &[
            ("fixed-closes-after-half-a-request", Cause::Panicked),
            ("survives-a-reset", Cause::Panicked),
        ],
    },
];
