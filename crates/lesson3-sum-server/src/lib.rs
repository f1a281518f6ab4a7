//! Lesson 3, sum server: what its programs must do, as checks over real sockets.
//!
//! A check demands only what the lesson's README promises.

mod flaws;
mod ladders;
mod requests;
mod sum_client;
mod sum_server;

use grader::Lesson;
use grader::Stage;
use grader::Variant;

/// The lesson.
pub const LESSON: Lesson = Lesson {
    name: "lesson3-sum-server",
    title: "sum server",
    programs: &["sum-server", "sum-client"],
    stages: &[
        Stage {
            number: 1,
            title: "a request and a reply",
        },
        Stage {
            number: 2,
            title: "where does a line end?",
        },
        Stage {
            number: 3,
            title: "what strangers send",
        },
        Stage {
            number: 4,
            title: "three other framings",
        },
        Stage {
            number: 5,
            title: "rude peers and a busy machine",
        },
    ],
    checks: &[
        sum_server::FIRST,
        sum_server::lines::CHECKS,
        sum_server::bad_requests::CHECKS,
        sum_server::limits::CHECKS,
        sum_server::fixed::CHECKS,
        sum_server::length::CHECKS,
        sum_server::shutdown::CHECKS,
        sum_server::clients::CHECKS,
        sum_client::CHECKS,
        sum_client::replies::CHECKS,
        sum_client::framings::CHECKS,
    ],
    ladders: ladders::LADDERS,
    flaws: &[
        flaws::sum_server::lines::FLAWS,
        flaws::sum_server::numbers::FLAWS,
        flaws::sum_server::replies::FLAWS,
        flaws::sum_server::limits::FLAWS,
        flaws::sum_server::fixed::FLAWS,
        flaws::sum_server::length::FLAWS,
        flaws::sum_server::shutdown::FLAWS,
        flaws::sum_server::clients::FLAWS,
        flaws::sum_client::requests::FLAWS,
        flaws::sum_client::replies::FLAWS,
        flaws::sum_client::words::FLAWS,
        flaws::sum_client::framings::FLAWS,
    ],
    variants: &[
        Variant::example("threads", "sum-server"),
        Variant::example("async", "sum-server"),
        Variant::example("one-byte-at-a-time", "sum-server"),
        Variant::example("one-mebibyte-at-a-time", "sum-server"),
        Variant::example("slow", "sum-server"),
        Variant::example("chatty", "sum-server"),
        Variant::python("sum_server.py", "sum-server"),
        Variant::example("plain", "sum-client"),
        Variant::example("one-byte-at-a-time", "sum-client"),
        Variant::example("slow", "sum-client"),
        Variant::example("chatty", "sum-client"),
        Variant::python("sum_client.py", "sum-client"),
    ],
    needs_names: false,
};
