//! Every check of the lesson against the solution, each as a test line of its own.

use std::process::ExitCode;

fn main() -> ExitCode {
    trials::checks(
        &lesson2_echo::LESSON,
        &[
            ("greeter", env!("CARGO_BIN_EXE_greeter-solution")),
            ("echo-server", env!("CARGO_BIN_EXE_echo-server-solution")),
            ("echo-client", env!("CARGO_BIN_EXE_echo-client-solution")),
            (
                "udp-echo-server",
                env!("CARGO_BIN_EXE_udp-echo-server-solution"),
            ),
            (
                "unix-echo-server",
                env!("CARGO_BIN_EXE_unix-echo-server-solution"),
            ),
        ],
    )
}
