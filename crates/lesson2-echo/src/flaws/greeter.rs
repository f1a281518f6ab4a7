//! The flawed greeters, and the checks that catch each of them.

use grader::Cause;
use grader::Flaw;

pub(crate) const GREETER: &[Flaw] = &[
    Flaw {
        name: "greeter-shows-the-port",
        program: "greeter",
        mistake: "Greets with the whole socket address, port and all.",
        caught_by: &first_stage(Cause::WrongBytes),
    },
    Flaw {
        name: "greeter-shows-debug-output",
        program: "greeter",
        mistake: "Prints the client's address as a programmer sees it, `Some(…)` and all.",
        caught_by: &first_stage(Cause::WrongBytes),
    },
    Flaw {
        name: "greeter-forgets-the-newline",
        program: "greeter",
        mistake: "Does not end its line.",
        caught_by: &first_stage(Cause::ClosedEarly),
    },
    Flaw {
        name: "greeter-ends-its-line-with-crlf",
        program: "greeter",
        mistake: "Ends its line with a carriage return and a newline, as other protocols do.",
        caught_by: &first_stage(Cause::WrongBytes),
    },
    Flaw {
        name: "greeter-shows-brackets-around-ipv6",
        program: "greeter",
        mistake: "Shows brackets around an IPv6 address, although no port follows.",
        caught_by: &[("greets-an-ipv6-client", Cause::WrongBytes)],
    },
    Flaw {
        name: "greeter-cuts-the-address-at-its-first-colon",
        program: "greeter",
        mistake: "Cuts the port off at the first colon, of which an IPv6 address has many.",
        caught_by: &[("greets-an-ipv6-client", Cause::WrongBytes)],
    },
    Flaw {
        name: "greeter-waits-for-a-word",
        program: "greeter",
        mistake: "Waits for the client to say something before it greets.",
        caught_by: &first_stage(Cause::NoAnswer),
    },
    Flaw {
        name: "greeter-keeps-the-connection-open",
        program: "greeter",
        mistake: "Greets, and keeps the client's socket for ever.",
        caught_by: &first_stage(Cause::NoAnswer),
    },
    Flaw {
        name: "greeter-serves-one-client-only",
        program: "greeter",
        mistake: "Accepts one client, and then waits for the user to end the program.",
        caught_by: &[
            ("greeter-announces-itself-on-one-line", Cause::NoAnswer),
            ("greets-one-client-after-the-other", Cause::NoAnswer),
            ("greets-on-after-rude-clients", Cause::NoAnswer),
            ("greeter-waits-without-using-the-processor", Cause::NoAnswer),
            ("greeter-gives-every-descriptor-back", Cause::NoAnswer),
            (
                "greeter-survives-the-loss-of-all-descriptors",
                Cause::NoAnswer,
            ),
        ],
    },
    Flaw {
        name: "greeter-greets-the-first-client-for-ever",
        program: "greeter",
        mistake: "Accepts before its loop, so that all greetings go to the first client.",
        caught_by: &first_stage(Cause::WrongBytes),
    },
    Flaw {
        name: "greeter-announces-the-address-it-was-given",
        program: "greeter",
        mistake: "Announces the address from its arguments, which says port 0, and not the socket's.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "greeter-ignores-its-argument",
        program: "greeter",
        mistake: "Listens where its author likes, whatever its argument says.",
        caught_by: &[
            ("greets-an-ipv6-client", Cause::WrongOutput),
            ("greeter-says-that-the-port-is-taken", Cause::WrongOutput),
            ("greeter-restarts-at-once", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "greeter-announces-itself-on-stderr",
        program: "greeter",
        mistake: "Says where it listens on stderr, where no program looks for it.",
        caught_by: &first_stage(Cause::NeverListened),
    },
    Flaw {
        name: "greeter-says-more-on-stdout",
        program: "greeter",
        mistake: "Says on stdout what it is doing, where only the one line belongs.",
        caught_by: &[("greeter-announces-itself-on-one-line", Cause::WrongOutput)],
    },
    Flaw {
        name: "greeter-speaks-ipv4-only",
        program: "greeter",
        mistake: "Makes an IPv4 socket, whatever the family of the address.",
        caught_by: &[("greets-an-ipv6-client", Cause::Exited)],
    },
    Flaw {
        name: "greeter-listens-on-every-address",
        program: "greeter",
        mistake: "Binds to every address of the machine, and announces the one it was given.",
        caught_by: &[("greeter-stays-on-the-loopback", Cause::ListensElsewhere)],
    },
    Flaw {
        name: "greeter-panics-when-the-port-is-taken",
        program: "greeter",
        mistake: "Unwraps what bind answers.",
        caught_by: &[("greeter-says-that-the-port-is-taken", Cause::Panicked)],
    },
    Flaw {
        name: "greeter-succeeds-when-the-port-is-taken",
        program: "greeter",
        mistake: "Says that it cannot listen, and ends with status 0.",
        caught_by: &[("greeter-says-that-the-port-is-taken", Cause::WrongExit)],
    },
    Flaw {
        name: "greeter-says-the-error-on-stdout",
        program: "greeter",
        mistake: "Says on stdout that it cannot listen.",
        caught_by: &[("greeter-says-that-the-port-is-taken", Cause::WrongOutput)],
    },
    Flaw {
        name: "greeter-waits-for-a-taken-port",
        program: "greeter",
        mistake: "Tries again and again, without a word, until the port is free.",
        caught_by: &[("greeter-says-that-the-port-is-taken", Cause::NoAnswer)],
    },
    Flaw {
        name: "greeter-takes-another-port",
        program: "greeter",
        mistake: "Listens on any other port when the one it was given is taken.",
        caught_by: &[("greeter-says-that-the-port-is-taken", Cause::WrongOutput)],
    },
    Flaw {
        name: "greeter-forgets-so-reuseaddr",
        program: "greeter",
        mistake: "Does not set SO_REUSEADDR, as socket2 does not by itself.",
        caught_by: &[("greeter-restarts-at-once", Cause::Exited)],
    },
    Flaw {
        name: "greeter-sets-so-reuseaddr-too-late",
        program: "greeter",
        mistake: "Sets SO_REUSEADDR after bind, when nobody asks for it any more.",
        caught_by: &[("greeter-restarts-at-once", Cause::Exited)],
    },
    Flaw {
        name: "greeter-panics-when-it-cannot-greet",
        program: "greeter",
        mistake: "Unwraps what write answers, so that a client that has gone ends it.",
        caught_by: &[("greets-on-after-rude-clients", Cause::Panicked)],
    },
    Flaw {
        name: "greeter-asks-a-gone-client-for-its-address",
        program: "greeter",
        mistake: "Asks the socket for the client's address, which it no longer knows when the client has gone.",
        caught_by: &[("greets-on-after-rude-clients", Cause::Panicked)],
    },
    Flaw {
        name: "greeter-panics-at-a-wrong-address",
        program: "greeter",
        mistake: "Unwraps what parse answers for the address.",
        caught_by: &[("greeter-refuses-an-address-that-is-none", Cause::Panicked)],
    },
    Flaw {
        name: "greeter-asks-for-clients-without-a-break",
        program: "greeter",
        mistake: "Makes the listening socket non-blocking, and asks it again at once whenever nobody has come.",
        caught_by: &[("greeter-waits-without-using-the-processor", Cause::BusyLoop)],
    },
    Flaw {
        name: "greeter-keeps-every-descriptor",
        program: "greeter",
        mistake: "Shuts each connection down, but keeps its socket.",
        caught_by: &[("greeter-gives-every-descriptor-back", Cause::Leak)],
    },
    Flaw {
        name: "greeter-panics-when-accept-fails",
        program: "greeter",
        mistake: "Unwraps what accept answers, so that a shortage of descriptors ends the server.",
        caught_by: &[(
            "greeter-survives-the-loss-of-all-descriptors",
            Cause::Panicked,
        )],
    },
];

/// Every check of the first stage fails in the same way, and all others are blocked.
const fn first_stage(cause: Cause) -> [(&'static str, Cause); 3] {
    [
        ("greets-a-client-by-its-address", cause),
        ("greeter-announces-itself-on-one-line", cause),
        ("greets-one-client-after-the-other", cause),
    ]
}
