//! Flawed chat servers: how they start.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "chat-server-logs-on-stdout",
        program: "chat-server",
        mistake: "Says on stdout what everybody says.",
        caught_by: &[("chat-announces-itself-on-one-line", Cause::WrongOutput)],
    },
    Flaw {
        name: "chat-server-does-not-reuse-its-address",
        program: "chat-server",
        mistake: "Binds without SO_REUSEADDR.",
        caught_by: &[("chat-restarts-at-once", Cause::Exited)],
    },
    Flaw {
        name: "chat-server-listens-on-every-address",
        program: "chat-server",
        mistake: "Listens on all addresses of the machine, whichever it was given.",
        caught_by: &[("chat-stays-on-the-loopback", Cause::ListensElsewhere)],
    },
    Flaw {
        name: "chat-server-speaks-ipv4-only",
        program: "chat-server",
        mistake: "Makes every socket one of IPv4.",
        caught_by: &[("chat-serves-over-ipv6", Cause::Exited)],
    },
    Flaw {
        name: "chat-server-panics-when-the-port-is-taken",
        program: "chat-server",
        mistake: "Unwraps what bind answers.",
        caught_by: &[("chat-says-that-the-port-is-taken", Cause::Panicked)],
    },
    Flaw {
        name: "chat-server-succeeds-when-the-port-is-taken",
        program: "chat-server",
        mistake: "Says that it cannot listen, and ends as if all were well.",
        caught_by: &[("chat-says-that-the-port-is-taken", Cause::WrongExit)],
    },
    Flaw {
        name: "chat-server-takes-names-for-addresses",
        program: "chat-server",
        mistake: "Takes `localhost` for an address, and a port for one, too.",
        caught_by: &[("chat-refuses-wrong-arguments", Cause::NoAnswer)],
    },
];
