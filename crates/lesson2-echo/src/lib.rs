//! Lesson 2, echo: what its programs must do, as checks over real sockets.
//!
//! A check demands only what the lesson's README promises.

mod echo_client;
mod echo_server;
mod flaws;
mod greeter;
mod ladders;
mod udp_echo_server;
mod unix_echo_server;

use grader::Lesson;
use grader::Stage;
use grader::Variant;

/// The lesson.
pub const LESSON: Lesson = Lesson {
    name: "lesson2-echo",
    title: "echo",
    programs: &[
        "greeter",
        "echo-server",
        "echo-client",
        "udp-echo-server",
        "unix-echo-server",
    ],
    stages: &[
        Stage {
            number: 1,
            title: "a first conversation",
        },
        Stage {
            number: 2,
            title: "bytes, not messages",
        },
        Stage {
            number: 3,
            title: "ends, and large amounts",
        },
        Stage {
            number: 4,
            title: "rude peers and a busy machine",
        },
    ],
    checks: &[
        greeter::CHECKS,
        echo_server::CHECKS,
        echo_client::CHECKS,
        udp_echo_server::CHECKS,
        unix_echo_server::CHECKS,
    ],
    ladders: ladders::LADDERS,
    flaws: &[
        flaws::GREETER,
        flaws::ECHO_SERVER,
        flaws::ECHO_CLIENT,
        flaws::UDP_ECHO_SERVER,
        flaws::UNIX_ECHO_SERVER,
    ],
    variants: &[
        Variant::example("threads", "greeter"),
        Variant::example("slow", "greeter"),
        Variant::example("threads", "echo-server"),
        Variant::example("fixed-pool", "echo-server"),
        Variant::example("async", "echo-server"),
        Variant::example("one-byte-at-a-time", "echo-server"),
        Variant::example("one-mebibyte-at-a-time", "echo-server"),
        Variant::example("slow", "echo-server"),
        Variant::example("chatty", "echo-server"),
        Variant::python("echo_server.py", "echo-server"),
        Variant::python("asyncio_echo_server.py", "echo-server"),
        Variant::example("async", "echo-client"),
        Variant::example("seven-bytes-at-a-time", "echo-client"),
        Variant::example("slow", "echo-client"),
        Variant::example("chatty", "echo-client"),
        Variant::python("echo_client.py", "echo-client"),
        Variant::example("threads", "udp-echo-server"),
        Variant::example("async", "udp-echo-server"),
        Variant::example("slow", "udp-echo-server"),
        Variant::example("threads", "unix-echo-server"),
        Variant::example("async", "unix-echo-server"),
        Variant::example("seven-bytes-at-a-time", "unix-echo-server"),
    ],
    needs_names: false,
};
