//! Flawed programs that play `addrinfo`: how they show what getaddrinfo answers.

use super::every_list;
use super::first_stage;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "addrinfo-shows-numbers",
        program: "addrinfo",
        mistake: "Shows the numbers of the constants, which are others on every system, instead of their names.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "addrinfo-shows-debug-output",
        program: "addrinfo",
        mistake: "Prints its answers as Rust shows them to programmers.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "addrinfo-swaps-the-names-of-the-types",
        program: "addrinfo",
        mistake: "Mixes up which type is which.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "addrinfo-takes-every-type-for-a-stream",
        program: "addrinfo",
        mistake: "Writes SOCK_STREAM, whatever the type is.",
        caught_by: &[
            ("shows-a-datagram-socket-address", Cause::WrongOutput),
            ("shows-every-type", Cause::WrongOutput),
            ("shows-what-a-service-speaks", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "addrinfo-knows-the-numbers-of-another-system",
        program: "addrinfo",
        mistake: "Takes 30 for AF_INET6, which is right on macOS.",
        caught_by: &[
            ("shows-an-ipv6-socket-address", Cause::WrongOutput),
            ("shows-every-address", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "addrinfo-panics-at-a-type-it-does-not-know",
        program: "addrinfo",
        mistake: "Believes that there are no types but the two it knows.",
        caught_by: &[("shows-every-type", Cause::Panicked)],
    },
    Flaw {
        name: "addrinfo-has-no-name-for-protocol-0",
        program: "addrinfo",
        mistake: "Shows the protocol 0 as a number, although it has a name.",
        caught_by: &[("shows-every-type", Cause::WrongOutput)],
    },
    Flaw {
        name: "addrinfo-puts-no-brackets-around-ipv6",
        program: "addrinfo",
        mistake: "Puts address, colon and port together by hand, without brackets.",
        caught_by: &[
            ("shows-an-ipv6-socket-address", Cause::WrongOutput),
            ("shows-every-address", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "addrinfo-shows-the-service-as-typed",
        program: "addrinfo",
        mistake: "Shows the service that was typed where the port belongs.",
        caught_by: &[
            ("knows-services-by-name", Cause::WrongOutput),
            ("shows-what-a-service-speaks", Cause::WrongOutput),
            ("repeats-the-canonical-name", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "addrinfo-shows-its-first-answer-only",
        program: "addrinfo",
        mistake: "Takes the first answer only.",
        caught_by: &every_list(Cause::WrongOutput),
    },
    Flaw {
        name: "addrinfo-shows-an-address-once",
        program: "addrinfo",
        mistake: "Takes answers with the same address for one, although they are of different types.",
        caught_by: &[
            ("shows-every-type", Cause::WrongOutput),
            ("shows-what-a-service-speaks", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "addrinfo-shows-the-host-as-typed",
        program: "addrinfo",
        mistake: "Shows the name that was typed instead of the canonical one.",
        caught_by: &[("repeats-the-canonical-name", Cause::WrongOutput)],
    },
    Flaw {
        name: "addrinfo-forgets-the-canonical-name",
        program: "addrinfo",
        mistake: "Takes the canonical name from each answer, although only the first one has it, and the host for the others.",
        caught_by: &[("repeats-the-canonical-name", Cause::WrongOutput)],
    },
    Flaw {
        name: "addrinfo-shows-the-canonical-name-once",
        program: "addrinfo",
        mistake: "Prints the line with the canonical name in the first block only.",
        caught_by: &every_list(Cause::WrongOutput),
    },
    Flaw {
        name: "addrinfo-panics-without-a-canonical-name",
        program: "addrinfo",
        mistake: "Unwraps the canonical name of each answer, although only the first one has it.",
        caught_by: &every_list(Cause::Panicked),
    },
    Flaw {
        name: "addrinfo-puts-nothing-between-blocks",
        program: "addrinfo",
        mistake: "Prints its blocks without a blank line between two of them.",
        caught_by: &every_list(Cause::WrongOutput),
    },
    Flaw {
        name: "addrinfo-ends-every-block-with-a-blank-line",
        program: "addrinfo",
        mistake: "Prints a blank line after every block, the last one too.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
];
