//! Flawed programs that play `fetch`: how they take the reply.

use super::first_stage;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "fetch-prints-its-first-read-only",
        program: "fetch",
        mistake: "Takes its first read for the whole reply, and prints nothing of what comes later.",
        caught_by: &[
            ("joins-a-reply-in-pieces", Cause::WrongOutput),
            ("copies-4-mib", Cause::WrongOutput),
            ("prints-what-came-before-a-reset", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-prints-2048-bytes",
        program: "fetch",
        mistake: "Has a buffer of 2048 bytes for the reply.",
        caught_by: &[("copies-4-mib", Cause::WrongOutput)],
    },
    Flaw {
        name: "fetch-takes-a-short-read-for-the-end",
        program: "fetch",
        mistake: "Reads until its buffer is not full, and takes that for the end.",
        caught_by: &[
            ("joins-a-reply-in-pieces", Cause::WrongOutput),
            ("prints-what-came-before-a-reset", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-prints-its-whole-buffer",
        program: "fetch",
        mistake: "Prints the whole buffer, also where a read has filled a part of it.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "fetch-takes-the-reply-for-text",
        program: "fetch",
        mistake: "Prints the reply as text, with question marks where it is none.",
        caught_by: &[
            ("copies-every-byte-value", Cause::WrongOutput),
            ("copies-4-mib", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-panics-at-a-reply-that-is-no-text",
        program: "fetch",
        mistake: "Unwraps from_utf8 on the reply.",
        caught_by: &[
            ("copies-every-byte-value", Cause::Panicked),
            ("copies-4-mib", Cause::Panicked),
        ],
    },
    Flaw {
        name: "fetch-prints-the-body-only",
        program: "fetch",
        mistake: "Takes the headers for no part of the reply.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "fetch-trims-the-reply",
        program: "fetch",
        mistake: "Trims the reply before it prints it.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "fetch-adds-a-newline",
        program: "fetch",
        mistake: "Prints a newline behind the reply.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "fetch-changes-line-ends",
        program: "fetch",
        mistake: "Prints the reply line by line, and ends each line in its own way.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "fetch-takes-no-reply-for-an-empty-one",
        program: "fetch",
        mistake: "Prints a reply without a byte, and ends well.",
        caught_by: &[
            (
                "says-that-the-server-closed-without-a-reply",
                Cause::WrongOutput,
            ),
            ("says-the-same-of-a-reset", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "fetch-panics-at-a-reset",
        program: "fetch",
        mistake: "Unwraps what read answers.",
        caught_by: &[
            ("says-the-same-of-a-reset", Cause::Panicked),
            ("prints-what-came-before-a-reset", Cause::Panicked),
        ],
    },
    Flaw {
        name: "fetch-shows-a-reset-as-it-is",
        program: "fetch",
        mistake: "Shows the words of the system for a reset without a reply.",
        caught_by: &[("says-the-same-of-a-reset", Cause::WrongOutput)],
    },
    Flaw {
        name: "fetch-takes-a-reset-for-the-end",
        program: "fetch",
        mistake: "Takes a reset for the end of the reply, and ends well.",
        caught_by: &[("prints-what-came-before-a-reset", Cause::WrongOutput)],
    },
    Flaw {
        name: "fetch-succeeds-after-half-a-reply",
        program: "fetch",
        mistake: "Says that the reply broke off, and ends with status 0.",
        caught_by: &[("prints-what-came-before-a-reset", Cause::WrongExit)],
    },
    Flaw {
        name: "fetch-throws-half-a-reply-away",
        program: "fetch",
        mistake: "Prints the reply when all of it is there, and so nothing of one that breaks off.",
        caught_by: &[("prints-what-came-before-a-reset", Cause::WrongOutput)],
    },
    Flaw {
        name: "fetch-takes-its-timeout-for-everything",
        program: "fetch",
        mistake: "Takes the timeout for the whole conversation, although it is for connecting only.",
        caught_by: &[(
            "waits-longer-for-a-reply-than-for-a-connection",
            Cause::WrongOutput,
        )],
    },
    Flaw {
        name: "fetch-stops-at-the-content-length",
        program: "fetch",
        mistake: "Prints no more of the reply than its Content-Length says.",
        caught_by: &[("copies-every-byte-value", Cause::WrongOutput)],
    },
];
