//! Flawed blackjack servers: how a server starts.

use super::first_stage;
use crate::PROGRAM;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "blackjack-server-listens-on-every-address",
        program: PROGRAM,
        mistake: "Binds to every address of the machine, and announces the one it was given.",
        caught_by: &[("stays-on-the-loopback", Cause::ListensElsewhere)],
    },
    Flaw {
        name: "blackjack-server-speaks-ipv4-only",
        program: PROGRAM,
        mistake: "Takes an IPv4 address and no other.",
        caught_by: &[("serves-over-ipv6", Cause::Exited)],
    },
    Flaw {
        name: "blackjack-server-announces-itself-in-other-words",
        program: PROGRAM,
        mistake: "Writes `Listening` with a capital letter.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "blackjack-server-announces-itself-on-stderr",
        program: PROGRAM,
        mistake: "Says on stderr where it listens.",
        caught_by: &first_stage(Cause::NeverListened),
    },
    Flaw {
        name: "blackjack-server-announces-the-port-it-was-given",
        program: PROGRAM,
        mistake: "Announces its address as it was given, with port 0.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "blackjack-server-logs-on-stdout",
        program: PROGRAM,
        mistake: "Prints each player on stdout.",
        caught_by: &[
            ("announces-itself-on-one-line", Cause::WrongOutput),
            ("survives-a-reset", Cause::WrongOutput),
            ("survives-a-player-who-vanishes", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "blackjack-server-panics-when-the-port-is-taken",
        program: PROGRAM,
        mistake: "Unwraps what bind answers.",
        caught_by: &[("says-that-the-port-is-taken", Cause::Panicked)],
    },
    Flaw {
        name: "blackjack-server-succeeds-when-the-port-is-taken",
        program: PROGRAM,
        mistake: "Says that it cannot listen, and ends with status 0.",
        caught_by: &[("says-that-the-port-is-taken", Cause::WrongExit)],
    },
    Flaw {
        name: "blackjack-server-says-on-stdout-that-the-port-is-taken",
        program: PROGRAM,
        mistake: "Prints its errors on stdout.",
        caught_by: &[("says-that-the-port-is-taken", Cause::WrongOutput)],
    },
    Flaw {
        name: "blackjack-server-names-no-address-in-its-error",
        program: PROGRAM,
        mistake: "Shows the system's reason where it cannot listen, and not the address.",
        caught_by: &[("says-that-the-port-is-taken", Cause::WrongOutput)],
    },
    Flaw {
        name: "blackjack-server-takes-a-timeout-of-0",
        program: PROGRAM,
        mistake: "Takes `--idle-timeout 0`.",
        caught_by: &[("refuses-wrong-arguments", Cause::NoAnswer)],
    },
    Flaw {
        name: "blackjack-server-takes-fractions-of-a-second",
        program: PROGRAM,
        mistake: "Takes a timeout with a fraction.",
        caught_by: &[("refuses-wrong-arguments", Cause::NoAnswer)],
    },
    Flaw {
        name: "blackjack-server-takes-a-card-twice",
        program: PROGRAM,
        mistake: "Takes a deck that has one card twice.",
        caught_by: &[("refuses-wrong-arguments", Cause::NoAnswer)],
    },
    Flaw {
        name: "blackjack-server-passes-over-unknown-cards",
        program: PROGRAM,
        mistake: "Leaves out what is no card in --deck.",
        caught_by: &[("refuses-wrong-arguments", Cause::NoAnswer)],
    },
    Flaw {
        name: "blackjack-server-takes-any-seed",
        program: PROGRAM,
        mistake: "Takes a seed that is no number for 0.",
        caught_by: &[("refuses-wrong-arguments", Cause::NoAnswer)],
    },
    Flaw {
        name: "blackjack-server-panics-at-a-wrong-deck",
        program: PROGRAM,
        mistake: "Unwraps what it makes of --deck.",
        caught_by: &[("refuses-wrong-arguments", Cause::Panicked)],
    },
    Flaw {
        name: "blackjack-server-ends-wrong-usage-like-a-failure",
        program: PROGRAM,
        mistake: "Ends with status 1 where its arguments are wrong.",
        caught_by: &[("refuses-wrong-arguments", Cause::WrongExit)],
    },
];
