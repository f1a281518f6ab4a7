//! Flawed chat servers: those who do not listen, and those who wait for them.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "chat-server-waits-for-each-client",
        program: "chat-server",
        mistake: "Leaves the accepted sockets as they are, and reads each of them until its line is whole.",
        caught_by: &[
            ("chat-keeps-the-nameless-outside", Cause::NoAnswer),
            ("chat-joins-lines-cut-anywhere", Cause::NoAnswer),
            ("chat-takes-lines-that-come-at-once", Cause::NoAnswer),
            ("chat-lets-its-error-be-read", Cause::NoAnswer),
            ("chat-serves-beside-silent-clients", Cause::NoAnswer),
            ("chat-keeps-who-listens-late", Cause::NoAnswer),
            (
                "chat-sleeps-while-somebody-does-not-listen",
                Cause::NoAnswer,
            ),
        ],
    },
    Flaw {
        name: "chat-server-has-a-thread-for-its-log",
        program: "chat-server",
        mistake: "Has a second thread that writes down who comes.",
        caught_by: &[("chat-uses-one-thread", Cause::TooManyThreads)],
    },
    Flaw {
        name: "chat-server-has-a-process-for-its-log",
        program: "chat-server",
        mistake: "Has its log written by a process of its own.",
        caught_by: &[("chat-uses-one-thread", Cause::TooManyThreads)],
    },
    Flaw {
        name: "chat-server-asks-for-writing-always",
        program: "chat-server",
        mistake: "Asks the poller to tell when a client can be written to, whether anything is owed to it or not.",
        caught_by: &[
            ("chat-sleeps-while-nobody-talks", Cause::BusyLoop),
            (
                "chat-sleeps-while-somebody-does-not-listen",
                Cause::BusyLoop,
            ),
        ],
    },
    Flaw {
        name: "chat-server-never-waits",
        program: "chat-server",
        mistake: "Tells the poller to wait for no time at all.",
        caught_by: &[
            ("chat-sleeps-while-nobody-talks", Cause::BusyLoop),
            (
                "chat-sleeps-while-somebody-does-not-listen",
                Cause::BusyLoop,
            ),
        ],
    },
    Flaw {
        name: "chat-server-never-waits-once-somebody-is-shown-out",
        program: "chat-server",
        mistake: "Looks again and again whether it is time to close the connection of one who is shown out, and does not stop with it.",
        caught_by: &[("chat-sleeps-while-nobody-talks", Cause::BusyLoop)],
    },
    Flaw {
        name: "chat-server-waits-for-who-does-not-listen",
        program: "chat-server",
        mistake: "Tries again and again until everything is written.",
        caught_by: &[
            ("chat-lets-its-error-be-read", Cause::NoAnswer),
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
        name: "chat-server-cuts-nobody-off",
        program: "chat-server",
        mistake: "Keeps everything for one who does not listen.",
        caught_by: &[
            ("chat-cuts-off-who-does-not-listen", Cause::NoAnswer),
            ("chat-tells-of-all-who-are-cut-off", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "chat-server-drops-what-it-cannot-write",
        program: "chat-server",
        mistake: "Throws away what cannot be written at once, and what comes after it.",
        caught_by: &[
            ("chat-lets-its-error-be-read", Cause::ClosedEarly),
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
        name: "chat-server-says-nothing-of-who-is-cut-off",
        program: "chat-server",
        mistake: "Closes the connection of one who does not listen, and tells nobody.",
        caught_by: &[
            ("chat-cuts-off-who-does-not-listen", Cause::NoAnswer),
            ("chat-tells-of-all-who-are-cut-off", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "chat-server-says-of-one-only-that-it-is-cut-off",
        program: "chat-server",
        mistake: "Tells the others of the first one who is cut off. Those who are cut off after it leave without a word.",
        caught_by: &[("chat-tells-of-all-who-are-cut-off", Cause::NoAnswer)],
    },
    Flaw {
        name: "chat-server-cuts-off-at-64-kib",
        program: "chat-server",
        mistake: "Cuts off whoever is owed more than 64 KiB.",
        caught_by: &[
            ("chat-lets-its-error-be-read", Cause::Reset),
            ("chat-keeps-who-listens-late", Cause::WrongBytes),
            (
                "chat-sleeps-while-somebody-does-not-listen",
                Cause::WrongBytes,
            ),
        ],
    },
    Flaw {
        name: "chat-server-cuts-off-at-the-first-delay",
        program: "chat-server",
        mistake: "Cuts off whoever cannot take at once what it is owed.",
        caught_by: &[
            ("chat-lets-its-error-be-read", Cause::Reset),
            ("chat-keeps-who-listens-late", Cause::WrongBytes),
            (
                "chat-sleeps-while-somebody-does-not-listen",
                Cause::WrongBytes,
            ),
        ],
    },
    Flaw {
        name: "chat-server-lets-8-mib-wait",
        program: "chat-server",
        mistake: "Cuts off only one who is owed more than 8 MiB.",
        caught_by: &[("chat-cuts-off-who-does-not-listen", Cause::NoAnswer)],
    },
    Flaw {
        name: "chat-server-never-asks-for-writing",
        program: "chat-server",
        mistake: "Never asks when there is room again: what is owed waits for the next line.",
        caught_by: &[
            ("chat-lets-its-error-be-read", Cause::ClosedEarly),
            ("chat-keeps-who-listens-late", Cause::NoAnswer),
            (
                "chat-sleeps-while-somebody-does-not-listen",
                Cause::NoAnswer,
            ),
        ],
    },
    Flaw {
        name: "chat-server-never-waits-while-something-is-owed",
        program: "chat-server",
        mistake: "Lets the poller wait for nothing, and tries again and again, while somebody is owed something.",
        caught_by: &[(
            "chat-sleeps-while-somebody-does-not-listen",
            Cause::BusyLoop,
        )],
    },
    Flaw {
        name: "chat-server-puts-the-news-first",
        program: "chat-server",
        mistake: "Puts who came and who left in front of all that somebody is owed.",
        caught_by: &[
            ("chat-refuses-a-line-of-1025-bytes", Cause::WrongBytes),
            ("chat-keeps-who-listens-late", Cause::WrongBytes),
        ],
    },
];
