//! Flawed select servers: what is owed, and what becomes of it.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "select-server-overwrites-what-it-owes",
        program: "select-server",
        mistake: "Puts what it has read in the place of what it owes, not behind it.",
        caught_by: &[
            ("echoes-1-mib", Cause::WrongBytes),
            ("echoes-16-mib-to-a-late-reader", Cause::WrongBytes),
            ("pays-what-it-owes-after-the-end", Cause::WrongBytes),
            ("bounds-its-memory", Cause::TooMuchMemory),
            ("reads-on-when-the-client-reads-again", Cause::WrongBytes),
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::ClosedEarly,
            ),
            (
                "serves-beside-a-client-that-does-not-read",
                Cause::WrongBytes,
            ),
        ],
    },
    Flaw {
        name: "select-server-forgets-what-was-not-written",
        program: "select-server",
        mistake: "Writes once, and takes everything for written.",
        caught_by: &[
            ("echoes-1-mib", Cause::WrongBytes),
            ("echoes-16-mib-to-a-late-reader", Cause::WrongBytes),
            ("pays-what-it-owes-after-the-end", Cause::WrongBytes),
            ("bounds-its-memory", Cause::TooMuchMemory),
            ("reads-on-when-the-client-reads-again", Cause::WrongBytes),
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::ClosedEarly,
            ),
            (
                "serves-beside-a-client-that-does-not-read",
                Cause::WrongBytes,
            ),
        ],
    },
    Flaw {
        name: "select-server-leaves-out-a-byte-after-half-a-write",
        program: "select-server",
        mistake: "Goes on one byte too late when a write has not taken everything.",
        caught_by: &[
            ("echoes-1-mib", Cause::WrongBytes),
            ("echoes-16-mib-to-a-late-reader", Cause::WrongBytes),
            ("pays-what-it-owes-after-the-end", Cause::WrongBytes),
            ("reads-on-when-the-client-reads-again", Cause::WrongBytes),
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::ClosedEarly,
            ),
            (
                "serves-beside-a-client-that-does-not-read",
                Cause::WrongBytes,
            ),
        ],
    },
    Flaw {
        name: "select-server-puts-new-bytes-in-front",
        program: "select-server",
        mistake: "Owes what it has read last first.",
        caught_by: &[
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
        name: "select-server-takes-half-a-write-for-an-error",
        program: "select-server",
        mistake: "Sends nothing more to a client to whom not everything could be written at once.",
        caught_by: &[
            ("echoes-1-mib", Cause::ClosedEarly),
            ("echoes-16-mib-to-a-late-reader", Cause::ClosedEarly),
            ("pays-what-it-owes-after-the-end", Cause::ClosedEarly),
            ("bounds-its-memory", Cause::TooMuchMemory),
            ("reads-on-when-the-client-reads-again", Cause::ClosedEarly),
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::ClosedEarly,
            ),
            (
                "serves-beside-a-client-that-does-not-read",
                Cause::ClosedEarly,
            ),
            ("serves-beside-a-flood", Cause::ClosedEarly),
        ],
    },
    Flaw {
        name: "select-server-writes-only-when-it-has-read",
        program: "select-server",
        mistake: "Never asks the poller for the moment when there is room: what could not be written waits for the next bytes of the client's.",
        caught_by: &[
            ("echoes-1-mib", Cause::NoAnswer),
            ("echoes-16-mib-to-a-late-reader", Cause::NoAnswer),
            ("pays-what-it-owes-after-the-end", Cause::NoAnswer),
            ("reads-on-when-the-client-reads-again", Cause::NoAnswer),
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::NoAnswer,
            ),
            ("serves-beside-a-client-that-does-not-read", Cause::NoAnswer),
            ("serves-beside-a-flood", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "select-server-bounds-nothing",
        program: "select-server",
        mistake: "Reads on from a client that does not take what it is owed.",
        caught_by: &[("bounds-its-memory", Cause::TooMuchMemory)],
    },
    Flaw {
        name: "select-server-cuts-off-who-reads-late",
        program: "select-server",
        mistake: "Sends nothing more to a client that is owed more than 32 KiB, where it ought to stop reading.",
        caught_by: &[
            ("echoes-1-mib", Cause::ClosedEarly),
            ("echoes-16-mib-to-a-late-reader", Cause::ClosedEarly),
            ("pays-what-it-owes-after-the-end", Cause::ClosedEarly),
            ("bounds-its-memory", Cause::TooMuchMemory),
            ("reads-on-when-the-client-reads-again", Cause::ClosedEarly),
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::ClosedEarly,
            ),
            (
                "serves-beside-a-client-that-does-not-read",
                Cause::ClosedEarly,
            ),
            ("serves-beside-a-flood", Cause::ClosedEarly),
        ],
    },
    Flaw {
        name: "select-server-never-reads-again",
        program: "select-server",
        mistake: "Stops reading from a client that it owes too much, and never begins again.",
        caught_by: &[
            ("echoes-1-mib", Cause::NoAnswer),
            ("echoes-16-mib-to-a-late-reader", Cause::NoAnswer),
            ("pays-what-it-owes-after-the-end", Cause::NoAnswer),
            ("reads-on-when-the-client-reads-again", Cause::NoAnswer),
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::NoAnswer,
            ),
            ("serves-beside-a-client-that-does-not-read", Cause::NoAnswer),
            ("survives-a-reset-with-bytes-owed", Cause::BusyLoop),
            ("serves-beside-a-flood", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "select-server-closes-with-bytes-owed",
        program: "select-server",
        mistake: "Closes at the end of file, whatever it still owes.",
        caught_by: &[
            ("pays-what-it-owes-after-the-end", Cause::ClosedEarly),
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::ClosedEarly,
            ),
        ],
    },
    Flaw {
        name: "select-server-never-closes",
        program: "select-server",
        mistake: "Looks away from a client that has ended, and never closes its connection.",
        caught_by: &[
            ("closes-when-the-client-has-ended", Cause::NoAnswer),
            ("serves-the-next-client", Cause::NoAnswer),
            ("announces-itself-on-one-line", Cause::NoAnswer),
            ("serves-beside-silent-clients", Cause::NoAnswer),
            ("serves-in-any-order", Cause::NoAnswer),
            ("keeps-its-clients-apart", Cause::NoAnswer),
            ("accepts-many-in-one-wake-up", Cause::NoAnswer),
            ("serves-many-in-one-wake-up", Cause::NoAnswer),
            ("sleeps-after-its-clients", Cause::NoAnswer),
            ("echoes-16-mib-to-a-late-reader", Cause::NoAnswer),
            ("pays-what-it-owes-after-the-end", Cause::NoAnswer),
            ("bounds-its-memory", Cause::NoAnswer),
            (
                "sleeps-while-it-owes-to-one-that-has-ended",
                Cause::NoAnswer,
            ),
            ("serves-beside-a-client-that-does-not-read", Cause::NoAnswer),
            ("sleeps-while-a-client-does-not-read", Cause::NoAnswer),
            ("survives-a-reset", Cause::NoAnswer),
            ("survives-a-reset-with-bytes-owed", Cause::NoAnswer),
            ("survives-clients-that-vanish", Cause::NoAnswer),
            ("keeps-apart-who-comes-after", Cause::NoAnswer),
            ("serves-beside-a-flood", Cause::NoAnswer),
            ("serves-beside-clients-that-come-and-go", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "select-server-owes-it-to-the-neighbour-as-well",
        program: "select-server",
        mistake: "Owes what one client has sent to the one before it in the list, too.",
        caught_by: &[
            ("serves-beside-silent-clients", Cause::WrongBytes),
            ("serves-in-any-order", Cause::WrongBytes),
            ("keeps-its-clients-apart", Cause::WrongBytes),
            ("accepts-many-in-one-wake-up", Cause::WrongBytes),
            ("serves-many-in-one-wake-up", Cause::WrongBytes),
            (
                "serves-beside-a-client-that-does-not-read",
                Cause::WrongBytes,
            ),
            ("survives-a-reset", Cause::WrongBytes),
            ("survives-a-reset-with-bytes-owed", Cause::WrongBytes),
            ("survives-clients-that-vanish", Cause::WrongBytes),
            ("keeps-apart-who-comes-after", Cause::WrongBytes),
            ("serves-beside-a-flood", Cause::WrongBytes),
            ("serves-beside-clients-that-come-and-go", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "select-server-asks-for-reading-after-the-end",
        program: "select-server",
        mistake: "Wants to hear that a client at its end of file can be read, as long as little is owed: it always can, so the loop never rests.",
        caught_by: &[(
            "sleeps-while-it-owes-to-one-that-has-ended",
            Cause::BusyLoop,
        )],
    },
    Flaw {
        name: "select-server-owes-up-to-8-mib",
        program: "select-server",
        mistake: "Reads on from a client that does not read until it owes 8 MiB.",
        caught_by: &[("bounds-its-memory", Cause::TooMuchMemory)],
    },
];
