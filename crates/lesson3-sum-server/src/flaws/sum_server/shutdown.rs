//! Flawed sum servers: the framing `shutdown`.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "sum-server-answers-a-shutdown-request-at-its-newline",
        program: "sum-server",
        mistake: "Takes a newline for the end of a request in the framing `shutdown`.",
        caught_by: &[
            ("shutdown-says-nothing-before-the-end", Cause::WrongBytes),
            ("shutdown-ignores-one-line-end", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-takes-one-read-for-a-shutdown-request",
        program: "sum-server",
        mistake: "Takes what one read brings for a whole request in the framing `shutdown`.",
        caught_by: &[
            ("shutdown-says-nothing-before-the-end", Cause::WrongBytes),
            ("shutdown-answers-random-requests", Cause::WrongBytes),
            ("shutdown-refuses-more-than-1024-bytes", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-ends-a-shutdown-reply-with-a-newline",
        program: "sum-server",
        mistake: "Ends a reply in the framing `shutdown` with a newline.",
        caught_by: &[
            ("shutdown-answers-at-the-end", Cause::WrongBytes),
            ("shutdown-says-nothing-before-the-end", Cause::WrongBytes),
            ("shutdown-ignores-one-line-end", Cause::WrongBytes),
            ("shutdown-answers-random-requests", Cause::WrongBytes),
            ("shutdown-refuses-more-than-1024-bytes", Cause::WrongBytes),
            ("survives-a-reset", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-keeps-a-shutdown-connection-open",
        program: "sum-server",
        mistake: "Answers in the framing `shutdown`, but never closes.",
        caught_by: &[
            ("shutdown-answers-at-the-end", Cause::NoAnswer),
            ("shutdown-says-nothing-before-the-end", Cause::NoAnswer),
            ("shutdown-ignores-one-line-end", Cause::NoAnswer),
            ("shutdown-answers-random-requests", Cause::NoAnswer),
            ("shutdown-refuses-more-than-1024-bytes", Cause::NoAnswer),
            ("survives-a-reset", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "sum-server-bounds-no-shutdown-request",
        program: "sum-server",
        mistake: "Reads a request of any length in the framing `shutdown`.",
        caught_by: &[("shutdown-refuses-more-than-1024-bytes", Cause::NoAnswer)],
    },
    Flaw {
        name: "sum-server-does-not-count-the-line-end-of-a-shutdown-request",
        program: "sum-server",
        mistake: "Takes the line end off a request in the framing `shutdown` before it measures it.",
        caught_by: &[("shutdown-refuses-more-than-1024-bytes", Cause::NoAnswer)],
    },
    Flaw {
        name: "sum-server-refuses-a-shutdown-request-of-1024-bytes",
        program: "sum-server",
        mistake: "Refuses a request in the framing `shutdown` that is exactly as long as the limit.",
        caught_by: &[("shutdown-refuses-more-than-1024-bytes", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-server-keeps-the-line-end-of-a-shutdown-request",
        program: "sum-server",
        mistake: "Takes the line end of a request in the framing `shutdown` for a part of its second number.",
        caught_by: &[
            ("shutdown-ignores-one-line-end", Cause::WrongBytes),
            ("shutdown-refuses-more-than-1024-bytes", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-ignores-every-line-end-of-a-shutdown-request",
        program: "sum-server",
        mistake: "Takes all line ends off a request in the framing `shutdown`, however many there are.",
        caught_by: &[("shutdown-ignores-one-line-end", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-server-says-nothing-to-an-empty-shutdown-request",
        program: "sum-server",
        mistake: "Takes a client that has sent nothing in the framing `shutdown` for one that wants nothing.",
        caught_by: &[("shutdown-answers-random-requests", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-server-takes-a-pause-for-the-end",
        program: "sum-server",
        mistake: "Takes a pause of the client for the end of its request.",
        caught_by: &[("shutdown-says-nothing-before-the-end", Cause::WrongBytes)],
    },
];
