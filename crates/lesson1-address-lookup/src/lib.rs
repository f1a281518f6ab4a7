//! Lesson 1, address lookup: what its programs must do, as checks from names to connections.
//!
//! A check demands only what the lesson's README promises.

mod addrinfo;
mod answers;
mod fetch;
mod flaws;
mod hostinfo;
mod lookup;

use grader::Lesson;
use grader::Stage;

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
    flaws: &[],
    variants: &[],
};
