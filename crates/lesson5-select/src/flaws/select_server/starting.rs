//! Flawed select servers: how they start.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "select-server-does-not-reuse-its-address",
        program: "select-server",
        mistake: "Binds without SO_REUSEADDR.",
        caught_by: &[("restarts-at-once", Cause::Exited)],
    },
    Flaw {
        name: "select-server-listens-on-every-address",
        program: "select-server",
        mistake: "Listens on all addresses of the machine, whichever it was given.",
        caught_by: &[("stays-on-the-loopback", Cause::ListensElsewhere)],
    },
    Flaw {
        name: "select-server-speaks-ipv4-only",
        program: "select-server",
        mistake: "Makes every socket one of IPv4.",
        caught_by: &[("serves-over-ipv6", Cause::Exited)],
    },
    Flaw {
        name: "select-server-panics-when-the-port-is-taken",
        program: "select-server",
        mistake: "Unwraps what bind answers.",
        caught_by: &[("says-that-the-port-is-taken", Cause::Panicked)],
    },
    Flaw {
        name: "select-server-succeeds-when-the-port-is-taken",
        program: "select-server",
        mistake: "Says that it cannot listen, and ends as if all were well.",
        caught_by: &[("says-that-the-port-is-taken", Cause::WrongExit)],
    },
    Flaw {
        name: "select-server-takes-names-for-addresses",
        program: "select-server",
        mistake: "Takes `localhost` for an address, and a port for one, too.",
        caught_by: &[("refuses-wrong-arguments", Cause::NoAnswer)],
    },
    Flaw {
        name: "select-server-fails-at-wrong-arguments",
        program: "select-server",
        mistake: "Takes wrong usage for an error like every other, with status 1.",
        caught_by: &[("refuses-wrong-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "select-server-announces-itself-in-other-words",
        program: "select-server",
        mistake: "Says where it listens in a sentence of its own.",
        caught_by: &[
            ("echoes-one-line", Cause::WrongOutput),
            ("echoes-before-a-newline", Cause::WrongOutput),
            ("echoes-a-second-message", Cause::WrongOutput),
            ("echoes-every-byte", Cause::WrongOutput),
            ("closes-when-the-client-has-ended", Cause::WrongOutput),
            ("serves-the-next-client", Cause::WrongOutput),
            ("announces-itself-on-one-line", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "select-server-announces-itself-on-stderr",
        program: "select-server",
        mistake: "Says on stderr where it listens.",
        caught_by: &[
            ("echoes-one-line", Cause::NeverListened),
            ("echoes-before-a-newline", Cause::NeverListened),
            ("echoes-a-second-message", Cause::NeverListened),
            ("echoes-every-byte", Cause::NeverListened),
            ("closes-when-the-client-has-ended", Cause::NeverListened),
            ("serves-the-next-client", Cause::NeverListened),
            ("announces-itself-on-one-line", Cause::NeverListened),
        ],
    },
];
