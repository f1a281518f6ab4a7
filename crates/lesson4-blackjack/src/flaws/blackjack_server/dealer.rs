//! Flawed blackjack servers: what the dealer does, and who wins.

use crate::PROGRAM;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "blackjack-server-draws-for-the-dealer-before-the-player",
        program: PROGRAM,
        mistake: "Plays the dealer's hand before the player has moved.",
        caught_by: &[
            ("gives-a-card", Cause::WrongBytes),
            ("ends-the-round-on-stand", Cause::WrongBytes),
            ("ends-the-round-on-a-bust", Cause::WrongBytes),
            ("hides-the-dealers-second-card", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-draws-at-a-soft-17",
        program: PROGRAM,
        mistake: "Lets the dealer draw at a 17 with an ace that counts 11, as some casinos do.",
        caught_by: &[
            ("stands-on-a-soft-17", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-stops-drawing-at-16",
        program: PROGRAM,
        mistake: "Lets the dealer stand on 16.",
        caught_by: &[
            ("ends-the-round-on-stand", Cause::WrongBytes),
            ("lets-the-higher-total-win", Cause::WrongBytes),
            (
                "lets-the-player-win-when-the-dealer-busts",
                Cause::WrongBytes,
            ),
            ("draws-below-17", Cause::WrongBytes),
            ("counts-the-dealers-aces", Cause::WrongBytes),
            ("hides-the-dealers-second-card", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-draws-at-17",
        program: PROGRAM,
        mistake: "Lets the dealer draw at 17.",
        caught_by: &[
            ("lets-the-higher-total-win", Cause::WrongBytes),
            ("stands-on-17", Cause::WrongBytes),
            ("stands-on-a-soft-17", Cause::WrongBytes),
            ("counts-the-dealers-aces", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
            ("shuffles-below-the-stacked-cards", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-draws-one-card-for-the-dealer",
        program: PROGRAM,
        mistake: "Lets the dealer draw one card where it should be as many as it takes: an `if` for a `while`.",
        caught_by: &[
            ("draws-below-17", Cause::WrongBytes),
            ("counts-the-dealers-aces", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-never-draws-for-the-dealer",
        program: PROGRAM,
        mistake: "Lets the dealer stand with the first two cards.",
        caught_by: &[
            ("ends-the-round-on-stand", Cause::WrongBytes),
            ("lets-the-higher-total-win", Cause::WrongBytes),
            (
                "lets-the-player-win-when-the-dealer-busts",
                Cause::WrongBytes,
            ),
            ("draws-below-17", Cause::WrongBytes),
            ("stands-on-17", Cause::WrongBytes),
            ("stands-on-a-soft-17", Cause::WrongBytes),
            ("counts-the-dealers-aces", Cause::WrongBytes),
            ("hides-the-dealers-second-card", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-decides-about-the-dealers-aces-once",
        program: PROGRAM,
        mistake: "Lets the dealer's aces count for ever what they counted when they came, to decide whether to draw.",
        caught_by: &[
            ("counts-the-dealers-aces", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-takes-a-high-total-that-does-not-fit",
        program: PROGRAM,
        mistake: "Lets the dealer stand where the total with every ace as 11 is 17 or more, over 21 too.",
        caught_by: &[
            ("counts-the-dealers-aces", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-counts-the-dealers-aces-as-1",
        program: PROGRAM,
        mistake: "Counts the dealer's aces as 1 to decide whether to draw.",
        caught_by: &[
            ("lets-the-higher-total-win", Cause::WrongBytes),
            ("stands-on-a-soft-17", Cause::WrongBytes),
            ("counts-the-dealers-aces", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-stops-drawing-when-the-dealer-leads",
        program: PROGRAM,
        mistake: "Lets the dealer stand as soon as the dealer has more than the player.",
        caught_by: &[
            (
                "lets-the-player-win-when-the-dealer-busts",
                Cause::WrongBytes,
            ),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-draws-until-the-dealer-leads",
        program: PROGRAM,
        mistake: "Lets the dealer draw until the dealer has as much as the player.",
        caught_by: &[
            ("lets-the-higher-total-win", Cause::WrongBytes),
            ("draws-below-17", Cause::WrongBytes),
            ("stands-on-17", Cause::WrongBytes),
            ("stands-on-a-soft-17", Cause::WrongBytes),
            ("counts-the-dealers-aces", Cause::WrongBytes),
            ("hides-the-dealers-second-card", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
            ("repeats-its-shuffles-with-a-seed", Cause::WrongBytes),
            ("shuffles-below-the-stacked-cards", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-compares-the-number-of-cards",
        program: PROGRAM,
        mistake: "Lets the hand with fewer cards win where the totals are equal.",
        caught_by: &[
            ("lets-the-higher-total-win", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-gives-a-tie-to-the-dealer",
        program: PROGRAM,
        mistake: "Lets the dealer win where the totals are equal.",
        caught_by: &[
            ("ends-the-round-on-stand", Cause::WrongBytes),
            ("lets-the-higher-total-win", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-gives-a-tie-to-the-player",
        program: PROGRAM,
        mistake: "Lets the player win where the totals are equal.",
        caught_by: &[
            ("ends-the-round-on-stand", Cause::WrongBytes),
            ("lets-the-higher-total-win", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-lets-a-dealer-over-21-win",
        program: PROGRAM,
        mistake: "Compares the totals without a look at whether the dealer's is too much.",
        caught_by: &[
            (
                "lets-the-player-win-when-the-dealer-busts",
                Cause::WrongBytes,
            ),
            ("counts-the-dealers-aces", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-forgets-to-say-that-the-dealer-busts",
        program: PROGRAM,
        mistake: "Says no more than that the player wins where the dealer is over 21.",
        caught_by: &[
            (
                "lets-the-player-win-when-the-dealer-busts",
                Cause::WrongBytes,
            ),
            ("counts-the-dealers-aces", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "blackjack-server-says-nothing-about-a-push",
        program: PROGRAM,
        mistake: "Has no words for equal totals.",
        caught_by: &[
            ("ends-the-round-on-stand", Cause::WrongBytes),
            ("lets-the-higher-total-win", Cause::WrongBytes),
            ("plays-by-the-rules", Cause::WrongBytes),
        ],
    },
];
