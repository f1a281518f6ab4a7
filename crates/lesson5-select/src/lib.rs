//! Lesson 5, non-blocking select: what its programs must do, as checks over real sockets.
//!
//! A check demands only what the lesson's README promises.

mod chat_server;
mod flaws;
mod ladders;
mod select_server;

use grader::Lesson;
use grader::Stage;
use grader::Variant;

/// The lesson.
pub const LESSON: Lesson = Lesson {
    name: "lesson5-select",
    title: "non-blocking select",
    programs: &["select-server", "chat-server"],
    stages: &[
        Stage {
            number: 1,
            title: "the first words",
        },
        Stage {
            number: 2,
            title: "many clients, and their lines",
        },
        Stage {
            number: 3,
            title: "what is owed, and who has left",
        },
        Stage {
            number: 4,
            title: "rude clients",
        },
        Stage {
            number: 5,
            title: "a crowd, and a busy machine",
        },
    ],
    checks: &[
        select_server::FIRST,
        select_server::many::CHECKS,
        select_server::burdens::CHECKS,
        select_server::rude::CHECKS,
        select_server::crowds::CHECKS,
        chat_server::FIRST,
        chat_server::names::CHECKS,
        chat_server::lines::CHECKS,
        chat_server::leaving::CHECKS,
        chat_server::deaf::CHECKS,
        chat_server::crowd::CHECKS,
    ],
    ladders: ladders::LADDERS,
    flaws: &[
        flaws::select_server::waiting::FLAWS,
        flaws::select_server::sleeping::FLAWS,
        flaws::select_server::owing::FLAWS,
        flaws::select_server::bytes::FLAWS,
        flaws::select_server::rude::FLAWS,
        flaws::select_server::crowds::FLAWS,
        flaws::select_server::starting::FLAWS,
        flaws::chat_server::names1::FLAWS,
        flaws::chat_server::names2::FLAWS,
        flaws::chat_server::lines::FLAWS,
        flaws::chat_server::limits::FLAWS,
        flaws::chat_server::leaving::FLAWS,
        flaws::chat_server::deaf::FLAWS,
        flaws::chat_server::crowd::FLAWS,
        flaws::chat_server::starting::FLAWS,
    ],
    variants: &[
        Variant::example("epoll", "select-server"),
        Variant::example("small-pieces", "select-server"),
        Variant::example("one-mebibyte-at-a-time", "select-server"),
        Variant::example("mio", "select-server"),
        Variant::example("tokio", "select-server"),
        Variant::python("select_server.py", "select-server"),
        Variant::example("mio", "chat-server"),
        Variant::example("tokio", "chat-server"),
        Variant::python("chat_server.py", "chat-server"),
    ],
    needs_names: false,
};
