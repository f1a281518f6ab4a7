//! Lesson 4, blackjack: what its program must do, as checks over real sockets.
//!
//! A check demands only what the lesson's README promises.

mod deals;
mod flaws;
mod lines;
mod model;
mod players;
mod rounds;
mod rude;
mod rules;
mod shuffles;
mod table;
mod words;

use grader::Lesson;
use grader::Stage;

const PROGRAM: &str = "blackjack-server";

/// The lesson.
pub const LESSON: Lesson = Lesson {
    name: "lesson4-blackjack",
    title: "blackjack",
    programs: &[PROGRAM],
    stages: &[
        Stage {
            number: 1,
            title: "a round against the dealer",
        },
        Stage {
            number: 2,
            title: "the rules",
        },
        Stage {
            number: 3,
            title: "what players type",
        },
        Stage {
            number: 4,
            title: "a thread for each player",
        },
        Stage {
            number: 5,
            title: "rude players and a busy machine",
        },
    ],
    checks: &[
        rounds::CHECKS,
        rules::CHECKS,
        deals::CHECKS,
        words::CHECKS,
        lines::CHECKS,
        players::CHECKS,
        shuffles::CHECKS,
        rude::CHECKS,
    ],
    flaws: &[],
    variants: &[],
    needs_names: false,
};
