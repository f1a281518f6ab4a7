//! Flawed blackjack servers: how long a player may think.

use crate::PROGRAM;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "blackjack-server-knows-no-timeout",
        program: PROGRAM,
        mistake: "Takes --idle-timeout, and waits for ever.",
        caught_by: &[
            ("ends-an-idle-conversation", Cause::NoAnswer),
            ("is-not-kept-by-single-bytes", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "blackjack-server-takes-the-timeout-for-minutes",
        program: PROGRAM,
        mistake: "Waits as many minutes as it should wait seconds.",
        caught_by: &[
            ("ends-an-idle-conversation", Cause::NoAnswer),
            ("is-not-kept-by-single-bytes", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "blackjack-server-times-each-read",
        program: PROGRAM,
        mistake: "Gives each read the whole time: one byte now and then is enough to stay.",
        caught_by: &[("is-not-kept-by-single-bytes", Cause::NoAnswer)],
    },
    Flaw {
        name: "blackjack-server-times-the-whole-conversation",
        program: PROGRAM,
        mistake: "Has one deadline for the whole conversation, which begins when the player comes.",
        caught_by: &[("gives-each-prompt-its-own-time", Cause::WrongBytes)],
    },
    Flaw {
        name: "blackjack-server-ends-an-idle-conversation-silently",
        program: PROGRAM,
        mistake: "Closes without a word when the time is over.",
        caught_by: &[
            ("ends-an-idle-conversation", Cause::ClosedEarly),
            ("is-not-kept-by-single-bytes", Cause::ClosedEarly),
        ],
    },
    Flaw {
        name: "blackjack-server-says-bye-to-whoever-is-late",
        program: PROGRAM,
        mistake: "Says `bye` when the time is over, and not why.",
        caught_by: &[
            ("ends-an-idle-conversation", Cause::WrongBytes),
            ("is-not-kept-by-single-bytes", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-asks-again-when-the-time-is-over",
        program: PROGRAM,
        mistake: "Takes a timeout for an unknown word, and asks again.",
        caught_by: &[
            ("ends-an-idle-conversation", Cause::WrongBytes),
            ("is-not-kept-by-single-bytes", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-stands-when-the-time-is-over",
        program: PROGRAM,
        mistake: "Stands for a player who thinks too long.",
        caught_by: &[
            ("ends-an-idle-conversation", Cause::WrongBytes),
            ("is-not-kept-by-single-bytes", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-waits-for-ever-after-the-round",
        program: PROGRAM,
        mistake: "Has a timeout where a move is asked for, and none after the round.",
        caught_by: &[("ends-an-idle-conversation", Cause::NoAnswer)],
    },
    Flaw {
        name: "blackjack-server-gives-up-when-it-was-stopped",
        program: PROGRAM,
        mistake: "Takes the interruption of a read, which is all that Ctrl-Z and fg leave behind, for a lost connection.",
        caught_by: &[("survives-being-stopped", Cause::ClosedEarly)],
    },
];
