//! Flawed select servers: what they send and say.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "select-server-sends-its-whole-buffer",
        program: "select-server",
        mistake: "Sends the whole buffer back, not only what was read into it.",
        caught_by: &[
            ("echoes-a-second-message", Cause::WrongBytes),
            ("closes-when-the-client-has-ended", Cause::WrongBytes),
            ("serves-the-next-client", Cause::WrongBytes),
            ("announces-itself-on-one-line", Cause::WrongBytes),
            ("serves-beside-silent-clients", Cause::WrongBytes),
            ("serves-in-any-order", Cause::WrongBytes),
            ("keeps-its-clients-apart", Cause::WrongBytes),
            ("accepts-many-in-one-wake-up", Cause::WrongBytes),
            ("serves-many-in-one-wake-up", Cause::WrongBytes),
            ("sleeps-after-its-clients", Cause::WrongBytes),
            ("echoes-1-mib", Cause::WrongBytes),
            ("echoes-16-mib-to-a-late-reader", Cause::WrongBytes),
            ("pays-what-it-owes-after-the-end", Cause::WrongBytes),
            ("bounds-its-memory", Cause::WrongBytes),
            ("reads-on-when-the-client-reads-again", Cause::WrongBytes),
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::WrongBytes,
            ),
            (
                "serves-beside-a-client-that-does-not-read",
                Cause::WrongBytes,
            ),
            ("sleeps-while-a-client-does-not-read", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "select-server-echoes-text-only",
        program: "select-server",
        mistake: "Takes what it reads for text, and replaces what is none.",
        caught_by: &[
            ("echoes-every-byte", Cause::WrongBytes),
            ("keeps-its-clients-apart", Cause::WrongBytes),
            ("echoes-1-mib", Cause::WrongBytes),
            ("echoes-16-mib-to-a-late-reader", Cause::WrongBytes),
            ("pays-what-it-owes-after-the-end", Cause::WrongBytes),
            ("reads-on-when-the-client-reads-again", Cause::WrongBytes),
            (
                "serves-beside-a-client-that-does-not-read",
                Cause::WrongBytes,
            ),
        ],
    },
    Flaw {
        name: "select-server-trims-what-it-echoes",
        program: "select-server",
        mistake: "Removes white space at the end of what it reads, and adds a newline.",
        caught_by: &[
            ("echoes-a-second-message", Cause::WrongBytes),
            ("closes-when-the-client-has-ended", Cause::WrongBytes),
            ("serves-beside-silent-clients", Cause::WrongBytes),
            ("serves-in-any-order", Cause::WrongBytes),
            ("keeps-its-clients-apart", Cause::WrongBytes),
            ("echoes-1-mib", Cause::WrongBytes),
            ("echoes-16-mib-to-a-late-reader", Cause::WrongBytes),
            ("pays-what-it-owes-after-the-end", Cause::WrongBytes),
            ("reads-on-when-the-client-reads-again", Cause::WrongBytes),
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::WrongBytes,
            ),
            (
                "serves-beside-a-client-that-does-not-read",
                Cause::WrongBytes,
            ),
            ("keeps-apart-who-comes-after", Cause::WrongBytes),
            ("costs-the-same-with-a-thousand", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "select-server-greets-each-client",
        program: "select-server",
        mistake: "Says hello before anybody has said a word.",
        caught_by: &[
            ("echoes-one-line", Cause::WrongBytes),
            ("echoes-before-a-newline", Cause::WrongBytes),
            ("echoes-a-second-message", Cause::WrongBytes),
            ("echoes-every-byte", Cause::WrongBytes),
            ("closes-when-the-client-has-ended", Cause::WrongBytes),
            ("serves-the-next-client", Cause::WrongBytes),
            ("announces-itself-on-one-line", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "select-server-prints-instead-of-sending",
        program: "select-server",
        mistake: "Shows what it reads on its own screen.",
        caught_by: &[
            ("echoes-one-line", Cause::NoAnswer),
            ("echoes-before-a-newline", Cause::NoAnswer),
            ("echoes-a-second-message", Cause::NoAnswer),
            ("echoes-every-byte", Cause::NoAnswer),
            ("closes-when-the-client-has-ended", Cause::ClosedEarly),
            ("serves-the-next-client", Cause::NoAnswer),
            ("announces-itself-on-one-line", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "select-server-logs-on-stdout",
        program: "select-server",
        mistake: "Says on stdout who comes.",
        caught_by: &[
            ("announces-itself-on-one-line", Cause::WrongOutput),
            ("survives-a-reset", Cause::WrongOutput),
            ("survives-a-reset-with-bytes-owed", Cause::WrongOutput),
            ("survives-clients-that-vanish", Cause::WrongOutput),
        ],
    },
];
