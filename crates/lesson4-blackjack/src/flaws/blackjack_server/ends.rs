//! Flawed blackjack servers: the end of file.

use crate::PROGRAM;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "blackjack-server-says-bye-at-the-end-of-file",
        program: PROGRAM,
        mistake: "Says `bye` to a player who has left.",
        caught_by: &[
            ("plays-a-game-in-one-write", Cause::WrongBytes),
            ("leaves-quietly-at-the-end-of-file", Cause::WrongBytes),
            ("ignores-an-unfinished-last-line", Cause::WrongBytes),
            ("goes-on-after-the-others-have-left", Cause::WrongBytes),
            ("sleeps-while-players-think", Cause::WrongBytes),
            ("ends-every-thread", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-takes-the-end-of-file-for-an-empty-line",
        program: PROGRAM,
        mistake: "Takes a read of 0 bytes for an empty line, and asks again and again.",
        caught_by: &[
            ("plays-a-game-in-one-write", Cause::WrongBytes),
            ("leaves-quietly-at-the-end-of-file", Cause::WrongBytes),
            ("ignores-an-unfinished-last-line", Cause::WrongBytes),
            ("goes-on-after-the-others-have-left", Cause::WrongBytes),
            ("sleeps-while-players-think", Cause::WrongBytes),
            ("ends-every-thread", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-reads-on-after-the-end-of-file",
        program: PROGRAM,
        mistake: "Waits for more after a read of 0 bytes, and reads 0 bytes again, without a break.",
        caught_by: &[
            ("plays-a-game-in-one-write", Cause::NoAnswer),
            ("leaves-quietly-at-the-end-of-file", Cause::NoAnswer),
            ("ignores-an-unfinished-last-line", Cause::NoAnswer),
            ("goes-on-after-the-others-have-left", Cause::NoAnswer),
            ("sleeps-while-players-think", Cause::NoAnswer),
            ("ends-every-thread", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "blackjack-server-never-sees-the-end-of-file",
        program: PROGRAM,
        mistake: "Keeps a connection open whose player has left, until its time is over.",
        caught_by: &[
            ("plays-a-game-in-one-write", Cause::NoAnswer),
            ("leaves-quietly-at-the-end-of-file", Cause::NoAnswer),
            ("ignores-an-unfinished-last-line", Cause::NoAnswer),
            ("goes-on-after-the-others-have-left", Cause::NoAnswer),
            ("sleeps-while-players-think", Cause::NoAnswer),
            ("ends-every-thread", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "blackjack-server-plays-an-unfinished-last-line",
        program: PROGRAM,
        mistake: "Takes a last line without a newline for a whole one, as read_line does.",
        caught_by: &[("ignores-an-unfinished-last-line", Cause::WrongBytes)],
    },
];
