//! Flawed blackjack servers: where a line ends, and when it is too long.

use crate::PROGRAM;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "blackjack-server-takes-one-read-for-one-line",
        program: PROGRAM,
        mistake: "Takes what one read brings for one line, no less and no more.",
        caught_by: &[
            ("joins-a-word-that-comes-in-pieces", Cause::WrongBytes),
            ("plays-moves-that-come-at-once", Cause::WrongBytes),
            ("plays-a-game-in-one-write", Cause::ClosedEarly),
            ("ignores-an-unfinished-last-line", Cause::WrongBytes),
            ("refuses-a-line-of-257-bytes", Cause::WrongBytes),
            ("lets-the-player-read-the-last-words", Cause::WrongBytes),
            ("waits-for-nobody", Cause::WrongBytes),
            ("goes-on-after-the-others-have-left", Cause::WrongBytes),
            ("stacks-each-deck", Cause::NoAnswer),
            ("ends-an-idle-conversation", Cause::WrongBytes),
            ("is-not-kept-by-single-bytes", Cause::WrongBytes),
            ("sleeps-while-players-think", Cause::WrongBytes),
            ("survives-being-stopped", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-makes-a-buffer-for-each-prompt",
        program: PROGRAM,
        mistake: "Makes a new BufReader for each prompt, and loses what the last one had read too much.",
        caught_by: &[
            ("plays-moves-that-come-at-once", Cause::NoAnswer),
            ("plays-a-game-in-one-write", Cause::ClosedEarly),
            ("refuses-a-line-of-257-bytes", Cause::NoAnswer),
            ("lets-the-player-read-the-last-words", Cause::WrongBytes),
            ("goes-on-after-the-others-have-left", Cause::NoAnswer),
            ("stacks-each-deck", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "blackjack-server-takes-a-carriage-return-for-a-line-end",
        program: PROGRAM,
        mistake: "Takes a carriage return for the end of a line, and the newline after it for an empty one.",
        caught_by: &[
            ("ignores-a-carriage-return", Cause::WrongBytes),
            ("ignores-blanks-around-a-word", Cause::WrongBytes),
            ("asks-again-after-an-unknown-word", Cause::WrongBytes),
            ("asks-again-after-an-empty-line", Cause::WrongBytes),
            ("joins-a-word-that-comes-in-pieces", Cause::WrongBytes),
            ("refuses-a-line-of-257-bytes", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-refuses-a-line-of-256-bytes",
        program: PROGRAM,
        mistake: "Takes a line of 255 bytes at most.",
        caught_by: &[("takes-a-line-of-256-bytes", Cause::WrongBytes)],
    },
    Flaw {
        name: "blackjack-server-counts-the-newline",
        program: PROGRAM,
        mistake: "Counts the newline among the 256 bytes of a line.",
        caught_by: &[("takes-a-line-of-256-bytes", Cause::WrongBytes)],
    },
    Flaw {
        name: "blackjack-server-takes-a-line-of-257-bytes",
        program: PROGRAM,
        mistake: "Takes a line of 257 bytes.",
        caught_by: &[("refuses-a-line-of-257-bytes", Cause::NoAnswer)],
    },
    Flaw {
        name: "blackjack-server-does-not-count-the-carriage-return",
        program: PROGRAM,
        mistake: "Does not count a carriage return at the end of a line.",
        caught_by: &[("refuses-a-line-of-257-bytes", Cause::WrongBytes)],
    },
    Flaw {
        name: "blackjack-server-measures-a-trimmed-line",
        program: PROGRAM,
        mistake: "Does not count the spaces around a word.",
        caught_by: &[("refuses-a-line-of-257-bytes", Cause::NoAnswer)],
    },
    Flaw {
        name: "blackjack-server-measures-a-line-when-it-is-whole",
        program: PROGRAM,
        mistake: "Reads a whole line, however long, and only then looks at its length.",
        caught_by: &[
            ("refuses-a-line-of-257-bytes", Cause::NoAnswer),
            ("lets-the-player-read-the-last-words", Cause::NoAnswer),
            ("bounds-its-memory", Cause::TooMuchMemory),
        ],
    },
    Flaw {
        name: "blackjack-server-waits-for-the-end-of-a-long-line",
        program: PROGRAM,
        mistake: "Throws the rest of a line away that is too long, and says so only at its newline.",
        caught_by: &[
            ("refuses-a-line-of-257-bytes", Cause::NoAnswer),
            ("lets-the-player-read-the-last-words", Cause::NoAnswer),
            ("bounds-its-memory", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "blackjack-server-bounds-no-line",
        program: PROGRAM,
        mistake: "Reads a line of any length, and keeps it all in memory.",
        caught_by: &[
            ("refuses-a-line-of-257-bytes", Cause::NoAnswer),
            ("lets-the-player-read-the-last-words", Cause::NoAnswer),
            ("bounds-its-memory", Cause::TooMuchMemory),
        ],
    },
    Flaw {
        name: "blackjack-server-cuts-long-lines",
        program: PROGRAM,
        mistake: "Throws away what is too much of a line, and plays the rest.",
        caught_by: &[
            ("refuses-a-line-of-257-bytes", Cause::NoAnswer),
            ("lets-the-player-read-the-last-words", Cause::NoAnswer),
            ("bounds-its-memory", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "blackjack-server-takes-the-first-256-bytes-for-a-line",
        program: PROGRAM,
        mistake: "Ends a line after 256 bytes, and takes what follows for the next one.",
        caught_by: &[
            ("takes-a-line-of-256-bytes", Cause::WrongBytes),
            ("refuses-a-line-of-257-bytes", Cause::WrongBytes),
            ("lets-the-player-read-the-last-words", Cause::WrongBytes),
            ("bounds-its-memory", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-asks-again-after-a-long-line",
        program: PROGRAM,
        mistake: "Takes a line that is too long for an unknown word, and goes on.",
        caught_by: &[
            ("refuses-a-line-of-257-bytes", Cause::WrongBytes),
            ("lets-the-player-read-the-last-words", Cause::WrongBytes),
            ("bounds-its-memory", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-closes-silently-at-a-long-line",
        program: PROGRAM,
        mistake: "Closes without a word at a line that is too long.",
        caught_by: &[
            ("refuses-a-line-of-257-bytes", Cause::ClosedEarly),
            ("lets-the-player-read-the-last-words", Cause::ClosedEarly),
            ("bounds-its-memory", Cause::ClosedEarly),
        ],
    },
    Flaw {
        name: "blackjack-server-says-no-bye-after-a-long-line",
        program: PROGRAM,
        mistake: "Says that a line is too long, but not `bye`.",
        caught_by: &[
            ("refuses-a-line-of-257-bytes", Cause::WrongBytes),
            ("lets-the-player-read-the-last-words", Cause::WrongBytes),
            ("bounds-its-memory", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-closes-abruptly-after-a-long-line",
        program: PROGRAM,
        mistake: "Closes while bytes of a long line are unread, which is a reset, and destroys what is on its way.",
        caught_by: &[("lets-the-player-read-the-last-words", Cause::Reset)],
    },
    Flaw {
        name: "blackjack-server-closes-abruptly-after-bye",
        program: PROGRAM,
        mistake: "Closes at `quit` while there are more bytes to read, which is a reset, and destroys what is on its way.",
        caught_by: &[("lets-the-player-read-the-last-words", Cause::Reset)],
    },
];
