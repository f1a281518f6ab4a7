//! Flawed sum servers: the length of a line.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "sum-server-bounds-no-line",
        program: "sum-server",
        mistake: "Reads a line of any length, and keeps it all in memory.",
        caught_by: &[
            ("refuses-a-line-of-1025-bytes", Cause::NoAnswer),
            ("counts-the-carriage-return", Cause::WrongBytes),
            ("answers-what-came-before-a-long-line", Cause::NoAnswer),
            ("lets-the-client-read-its-last-replies", Cause::NoAnswer),
            ("bounds-its-memory", Cause::TooMuchMemory),
        ],
    },
    Flaw {
        name: "sum-server-measures-a-line-when-it-is-whole",
        program: "sum-server",
        mistake: "Reads a whole line, however long, and only then looks at its length.",
        caught_by: &[
            ("refuses-a-line-of-1025-bytes", Cause::NoAnswer),
            ("answers-what-came-before-a-long-line", Cause::NoAnswer),
            ("lets-the-client-read-its-last-replies", Cause::NoAnswer),
            ("bounds-its-memory", Cause::TooMuchMemory),
        ],
    },
    Flaw {
        name: "sum-server-waits-for-the-end-of-a-long-line",
        program: "sum-server",
        mistake: "Throws the rest of a line away that is too long, and says so only at its newline.",
        caught_by: &[
            ("refuses-a-line-of-1025-bytes", Cause::NoAnswer),
            ("answers-what-came-before-a-long-line", Cause::NoAnswer),
            ("lets-the-client-read-its-last-replies", Cause::NoAnswer),
            ("bounds-its-memory", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "sum-server-goes-on-after-a-long-line",
        program: "sum-server",
        mistake: "Says that a line is too long, and takes the rest of it for the next one.",
        caught_by: &[
            ("refuses-a-line-of-1025-bytes", Cause::NoAnswer),
            ("counts-the-carriage-return", Cause::WrongBytes),
            ("answers-what-came-before-a-long-line", Cause::NoAnswer),
            ("lets-the-client-read-its-last-replies", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-closes-abruptly-after-a-long-line",
        program: "sum-server",
        mistake: "Closes while bytes of a long line are unread, which is a reset, and destroys the replies on their way.",
        caught_by: &[("lets-the-client-read-its-last-replies", Cause::Reset)],
    },
    Flaw {
        name: "sum-server-closes-silently-at-a-long-line",
        program: "sum-server",
        mistake: "Closes the connection when a line is too long, without a word.",
        caught_by: &[
            ("refuses-a-line-of-1025-bytes", Cause::ClosedEarly),
            ("counts-the-carriage-return", Cause::ClosedEarly),
            ("answers-what-came-before-a-long-line", Cause::ClosedEarly),
            ("lets-the-client-read-its-last-replies", Cause::ClosedEarly),
            ("bounds-its-memory", Cause::ClosedEarly),
        ],
    },
    Flaw {
        name: "sum-server-cuts-long-lines",
        program: "sum-server",
        mistake: "Reads no more than 1024 bytes of a line, and takes them for all of it.",
        caught_by: &[
            ("takes-a-line-of-1024-bytes", Cause::WrongBytes),
            ("refuses-a-line-of-1025-bytes", Cause::WrongBytes),
            ("counts-the-carriage-return", Cause::WrongBytes),
            ("answers-what-came-before-a-long-line", Cause::WrongBytes),
            ("lets-the-client-read-its-last-replies", Cause::WrongBytes),
            ("bounds-its-memory", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-refuses-a-line-of-1024-bytes",
        program: "sum-server",
        mistake: "Refuses a line that is exactly as long as the limit.",
        caught_by: &[("takes-a-line-of-1024-bytes", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-server-counts-the-newline",
        program: "sum-server",
        mistake: "Reads 1024 bytes at most, and counts the newline among them.",
        caught_by: &[("takes-a-line-of-1024-bytes", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-server-takes-a-line-of-1025-bytes",
        program: "sum-server",
        mistake: "Allows one byte more than the limit.",
        caught_by: &[
            ("refuses-a-line-of-1025-bytes", Cause::NoAnswer),
            ("counts-the-carriage-return", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-server-does-not-count-the-carriage-return",
        program: "sum-server",
        mistake: "Measures a line without its carriage return.",
        caught_by: &[("counts-the-carriage-return", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-server-keeps-what-it-throws-away",
        program: "sum-server",
        mistake: "Reads what is left of a line that is too long, and keeps all of it until the client ends.",
        caught_by: &[("bounds-its-memory", Cause::TooMuchMemory)],
    },
];
