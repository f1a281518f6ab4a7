//! Lesson 2, echo: what its programs must do, as checks over real sockets.
//!
//! A check demands only what the lesson's README promises.

mod echo_client;
mod echo_server;
mod flaws;
mod greeter;
mod udp_echo_server;
mod unix_echo_server;

use grader::Lesson;
use grader::Stage;
use grader::Variant;
use grader::VariantKind;

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
    flaws: &[
        flaws::GREETER,
        flaws::ECHO_SERVER,
        flaws::ECHO_CLIENT,
        flaws::UDP_ECHO_SERVER,
        flaws::UNIX_ECHO_SERVER,
    ],
    variants: &[
        example("threads", "greeter"),
        example("slow", "greeter"),
        example("threads", "echo-server"),
        example("fixed-pool", "echo-server"),
        example("async", "echo-server"),
        example("one-byte-at-a-time", "echo-server"),
        example("one-mebibyte-at-a-time", "echo-server"),
        example("slow", "echo-server"),
        example("chatty", "echo-server"),
        python("echo_server.py", "echo-server"),
        python("asyncio_echo_server.py", "echo-server"),
        example("async", "echo-client"),
        example("seven-bytes-at-a-time", "echo-client"),
        example("slow", "echo-client"),
        example("chatty", "echo-client"),
        python("echo_client.py", "echo-client"),
        example("threads", "udp-echo-server"),
        example("async", "udp-echo-server"),
        example("slow", "udp-echo-server"),
        example("threads", "unix-echo-server"),
        example("async", "unix-echo-server"),
        example("seven-bytes-at-a-time", "unix-echo-server"),
    ],
};

const fn example(name: &'static str, program: &'static str) -> Variant {
    Variant {
        name,
        program,
        kind: VariantKind::Example,
    }
}

const fn python(name: &'static str, program: &'static str) -> Variant {
    Variant {
        name,
        program,
        kind: VariantKind::Python,
    }
}
