//! Lesson 1, address lookup: what its programs must do, as checks from names to connections.
//!
//! A check demands only what the lesson's README promises.

mod addrinfo;
mod answers;
mod fetch;
mod flaws;
mod hostinfo;
mod ladders;
mod lookup;

use grader::Lesson;
use grader::Stage;
use grader::Variant;

/// Asks getaddrinfo for the canonical name, too: the same number on Linux, macOS and Windows.
const AI_CANONNAME: i32 = 2;

/// The lesson.
pub const LESSON: Lesson = Lesson {
    name: "lesson1-address-lookup",
    title: "address lookup",
    programs: &["hostinfo", "lookup", "addrinfo", "fetch"],
    stages: &[
        Stage {
            number: 1,
            title: "one answer",
        },
        Stage {
            number: 2,
            title: "every answer",
        },
        Stage {
            number: 3,
            title: "names that fail",
        },
        Stage {
            number: 4,
            title: "addresses that fail",
        },
    ],
    checks: &[
        hostinfo::CHECKS,
        lookup::CHECKS,
        lookup::failures::CHECKS,
        addrinfo::CHECKS,
        fetch::CHECKS,
        fetch::failures::CHECKS,
        fetch::addresses::CHECKS,
    ],
    ladders: ladders::LADDERS,
    flaws: &[
        flaws::hostinfo::answers::FLAWS,
        flaws::hostinfo::failures::FLAWS,
        flaws::lookup::names::FLAWS,
        flaws::lookup::addresses::FLAWS,
        flaws::lookup::failures::FLAWS,
        flaws::lookup::arguments::FLAWS,
        flaws::addrinfo::blocks::FLAWS,
        flaws::addrinfo::questions::FLAWS,
        flaws::addrinfo::ports::FLAWS,
        flaws::addrinfo::failures::FLAWS,
        flaws::fetch::requests::FLAWS,
        flaws::fetch::replies::FLAWS,
        flaws::fetch::addresses::FLAWS,
        flaws::fetch::words::FLAWS,
        flaws::fetch::failures::FLAWS,
        flaws::fetch::arguments::FLAWS,
    ],
    variants: &[
        Variant::example("sorted", "hostinfo"),
        Variant::example("chatty", "hostinfo"),
        Variant::python("hostinfo.py", "hostinfo"),
        Variant::example("sorted", "lookup"),
        Variant::example("slow", "lookup"),
        Variant::example("chatty", "lookup"),
        Variant::python("lookup.py", "lookup"),
        Variant::example("reversed", "addrinfo"),
        Variant::example("chatty", "addrinfo"),
        Variant::python("addrinfo.py", "addrinfo"),
        Variant::example("half-closing", "fetch"),
        Variant::example("one-byte-at-a-time", "fetch"),
        Variant::example("async", "fetch"),
        Variant::example("slow", "fetch"),
        Variant::example("chatty", "fetch"),
        Variant::python("fetch.py", "fetch"),
    ],
    needs_names: true,
};
