//! Flawed chat servers: what a line is.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "chat-server-takes-one-read-for-one-line",
        program: "chat-server",
        mistake: "Takes what one read brings for a line, whatever it is.",
        caught_by: &[
            ("chat-keeps-the-nameless-outside", Cause::WrongBytes),
            ("chat-joins-lines-cut-anywhere", Cause::WrongBytes),
            ("chat-takes-lines-that-come-at-once", Cause::WrongBytes),
            ("chat-drops-a-carriage-return", Cause::WrongBytes),
            ("chat-drops-an-unfinished-line", Cause::WrongBytes),
            ("chat-refuses-a-line-of-1025-bytes", Cause::WrongBytes),
            ("chat-lets-its-error-be-read", Cause::WrongBytes),
            ("chat-passes-the-last-lines-on-first", Cause::WrongBytes),
            ("chat-tells-everybody-in-the-same-order", Cause::NoAnswer),
            ("chat-serves-beside-silent-clients", Cause::WrongBytes),
            ("chat-cuts-off-who-does-not-listen", Cause::NoAnswer),
            ("chat-keeps-who-listens-late", Cause::WrongBytes),
            ("chat-tells-of-all-who-are-cut-off", Cause::NoAnswer),
            (
                "chat-sleeps-while-somebody-does-not-listen",
                Cause::WrongBytes,
            ),
        ],
    },
    Flaw {
        name: "chat-server-throws-the-rest-away",
        program: "chat-server",
        mistake: "Takes the first line of what one read brings, and throws away what comes behind it.",
        caught_by: &[
            ("chat-takes-lines-that-come-at-once", Cause::NoAnswer),
            ("chat-drops-a-carriage-return", Cause::NoAnswer),
            ("chat-refuses-a-line-of-1025-bytes", Cause::NoAnswer),
            ("chat-lets-its-error-be-read", Cause::WrongBytes),
            ("chat-passes-the-last-lines-on-first", Cause::WrongBytes),
            ("chat-tells-everybody-in-the-same-order", Cause::NoAnswer),
            ("chat-cuts-off-who-does-not-listen", Cause::NoAnswer),
            ("chat-keeps-who-listens-late", Cause::WrongBytes),
            ("chat-tells-of-all-who-are-cut-off", Cause::NoAnswer),
            (
                "chat-sleeps-while-somebody-does-not-listen",
                Cause::WrongBytes,
            ),
        ],
    },
    Flaw {
        name: "chat-server-takes-one-line-after-each-read",
        program: "chat-server",
        mistake: "Takes one line out of its buffer after each read, and lets the others wait there.",
        caught_by: &[
            ("chat-takes-lines-that-come-at-once", Cause::NoAnswer),
            ("chat-drops-a-carriage-return", Cause::NoAnswer),
            ("chat-refuses-a-line-of-1025-bytes", Cause::NoAnswer),
            ("chat-lets-its-error-be-read", Cause::WrongBytes),
            ("chat-passes-the-last-lines-on-first", Cause::WrongBytes),
            ("chat-tells-everybody-in-the-same-order", Cause::NoAnswer),
            ("chat-cuts-off-who-does-not-listen", Cause::NoAnswer),
            ("chat-keeps-who-listens-late", Cause::NoAnswer),
            ("chat-tells-of-all-who-are-cut-off", Cause::NoAnswer),
            (
                "chat-sleeps-while-somebody-does-not-listen",
                Cause::NoAnswer,
            ),
        ],
    },
    Flaw {
        name: "chat-server-has-one-buffer-for-all",
        program: "chat-server",
        mistake: "Puts what everybody says into one buffer, until a newline comes.",
        caught_by: &[
            ("chat-refuses-other-names", Cause::WrongBytes),
            ("chat-keeps-the-nameless-outside", Cause::WrongBytes),
            ("chat-joins-lines-cut-anywhere", Cause::WrongBytes),
            ("chat-drops-an-unfinished-line", Cause::WrongBytes),
            ("chat-passes-the-last-lines-on-first", Cause::WrongBytes),
            ("chat-serves-beside-silent-clients", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "chat-server-keeps-the-carriage-return",
        program: "chat-server",
        mistake: "Ends a line at its newline, and leaves a carriage return where it is.",
        caught_by: &[
            ("chat-takes-short-and-long-names", Cause::WrongBytes),
            ("chat-joins-lines-cut-anywhere", Cause::WrongBytes),
            ("chat-drops-a-carriage-return", Cause::WrongBytes),
            ("chat-takes-a-line-of-1024-bytes", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "chat-server-drops-all-carriage-returns-at-the-end",
        program: "chat-server",
        mistake: "Drops every carriage return before the newline, not one.",
        caught_by: &[
            ("chat-refuses-other-names", Cause::WrongBytes),
            ("chat-drops-a-carriage-return", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "chat-server-drops-every-carriage-return",
        program: "chat-server",
        mistake: "Drops every carriage return in a line.",
        caught_by: &[
            ("chat-refuses-other-names", Cause::WrongBytes),
            ("chat-drops-a-carriage-return", Cause::WrongBytes),
            ("chat-passes-any-bytes-on", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "chat-server-takes-a-carriage-return-for-a-line-end",
        program: "chat-server",
        mistake: "Ends a line at a carriage return as well, and throws the newline behind it away.",
        caught_by: &[
            ("chat-refuses-other-names", Cause::WrongBytes),
            ("chat-joins-lines-cut-anywhere", Cause::WrongBytes),
            ("chat-drops-a-carriage-return", Cause::WrongBytes),
            ("chat-passes-any-bytes-on", Cause::WrongBytes),
            ("chat-refuses-a-line-of-1025-bytes", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "chat-server-passes-text-on-only",
        program: "chat-server",
        mistake: "Takes a line for text, and replaces what is none.",
        caught_by: &[("chat-passes-any-bytes-on", Cause::WrongBytes)],
    },
    Flaw {
        name: "chat-server-leaves-at-what-is-no-text",
        program: "chat-server",
        mistake: "Shows out who says something that is no text.",
        caught_by: &[("chat-passes-any-bytes-on", Cause::WrongBytes)],
    },
    Flaw {
        name: "chat-server-trims-lines",
        program: "chat-server",
        mistake: "Removes the blanks around a line.",
        caught_by: &[
            ("chat-drops-a-carriage-return", Cause::WrongBytes),
            ("chat-passes-any-bytes-on", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "chat-server-drops-empty-lines",
        program: "chat-server",
        mistake: "Passes over empty lines.",
        caught_by: &[
            ("chat-drops-a-carriage-return", Cause::WrongBytes),
            ("chat-passes-any-bytes-on", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "chat-server-passes-an-unfinished-line-on",
        program: "chat-server",
        mistake: "Takes what stands before the end of file for a line, with a newline or without.",
        caught_by: &[
            ("chat-keeps-the-nameless-outside", Cause::WrongBytes),
            ("chat-drops-an-unfinished-line", Cause::WrongBytes),
            ("chat-passes-the-last-lines-on-first", Cause::WrongBytes),
        ],
    },
];
