//! Lesson 4, blackjack: what its program must do, as checks over real sockets.
//!
//! A check demands only what the lesson's README promises.

mod deals;
mod flaws;
mod ladders;
mod lines;
mod machine;
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
use grader::Variant;

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
        machine::CHECKS,
    ],
    ladders: ladders::LADDERS,
    flaws: &[
        flaws::blackjack_server::totals::FLAWS,
        flaws::blackjack_server::dealer::FLAWS,
        flaws::blackjack_server::hands::FLAWS,
        flaws::blackjack_server::decks::FLAWS,
        flaws::blackjack_server::words::FLAWS,
        flaws::blackjack_server::farewells::FLAWS,
        flaws::blackjack_server::rounds::FLAWS,
        flaws::blackjack_server::prompts::FLAWS,
        flaws::blackjack_server::ends::FLAWS,
        flaws::blackjack_server::lines::FLAWS,
        flaws::blackjack_server::players::FLAWS,
        flaws::blackjack_server::time::FLAWS,
        flaws::blackjack_server::start::FLAWS,
    ],
    variants: &[
        Variant::example("threads", "blackjack-server"),
        Variant::example("pool", "blackjack-server"),
        Variant::example("tokio", "blackjack-server"),
        Variant::example("one-byte-at-a-time", "blackjack-server"),
        Variant::example("slow", "blackjack-server"),
        Variant::example("chatty", "blackjack-server"),
        Variant::python("blackjack_threads.py", "blackjack-server"),
        Variant::python("blackjack_asyncio.py", "blackjack-server"),
    ],
    needs_names: false,
};
