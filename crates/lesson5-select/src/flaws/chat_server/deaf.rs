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
            ("chat-serves-beside-silent-clients", Cause::NoAnswer),
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
            ("chat-cuts-off-who-does-not-listen", Cause::NoAnswer),
            ("chat-tells-of-all-who-are-cut-off", Cause::NoAnswer),
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
        mistake: "Throws away what cannot be written at once.",
        caught_by: &[
            ("chat-cuts-off-who-does-not-listen", Cause::NoAnswer),
            ("chat-tells-of-all-who-are-cut-off", Cause::NoAnswer),
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
];
