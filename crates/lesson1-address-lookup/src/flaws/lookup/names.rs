//! Flawed programs that play `lookup`: how they go from a name to its addresses.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "lookup-prints-one-address-of-each-kind",
        program: "lookup",
        mistake: "Takes the first IPv4 address and the first IPv6 address.",
        caught_by: &[
            ("lists-every-address", Cause::WrongOutput),
            ("finds-addresses-of-one-kind", Cause::WrongOutput),
            ("lists-each-address-once", Cause::WrongOutput),
            ("lists-60-addresses", Cause::WrongOutput),
            ("shows-the-name-behind-aliases", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-asks-for-ipv4-records-only",
        program: "lookup",
        mistake: "Asks the name server by hand, and only for addresses of IPv4.",
        caught_by: &[
            ("lists-every-address", Cause::WrongOutput),
            ("finds-addresses-of-one-kind", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-speaks-ipv6-only",
        program: "lookup",
        mistake: "Asks for IPv6 addresses only.",
        caught_by: &[
            ("finds-the-addresses-of-localhost", Cause::WrongOutput),
            ("answers-each-argument-in-turn", Cause::WrongOutput),
            ("lists-every-address", Cause::WrongOutput),
            ("finds-addresses-of-one-kind", Cause::WrongOutput),
            ("lists-each-address-once", Cause::WrongOutput),
            ("lists-60-addresses", Cause::WrongOutput),
            ("shows-the-name-behind-aliases", Cause::WrongOutput),
            ("shows-the-name-from-the-hosts-file", Cause::WrongOutput),
            ("answers-the-others-after-a-failure", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-keeps-duplicates",
        program: "lookup",
        mistake: "Prints an address as often as the resolver repeats it.",
        caught_by: &[("lists-each-address-once", Cause::WrongOutput)],
    },
    Flaw {
        name: "lookup-prints-a-line-for-each-type-of-socket",
        program: "lookup",
        mistake: "Asks for every type of socket, and prints each address once for each of them.",
        caught_by: &[
            ("finds-the-addresses-of-localhost", Cause::WrongOutput),
            ("answers-each-argument-in-turn", Cause::WrongOutput),
            ("lists-every-address", Cause::WrongOutput),
            ("finds-addresses-of-one-kind", Cause::WrongOutput),
            ("lists-each-address-once", Cause::WrongOutput),
            ("lists-60-addresses", Cause::WrongOutput),
            ("shows-the-name-behind-aliases", Cause::WrongOutput),
            ("shows-the-name-from-the-hosts-file", Cause::WrongOutput),
            ("answers-the-others-after-a-failure", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-prints-32-addresses-at-most",
        program: "lookup",
        mistake: "Has room for 32 addresses.",
        caught_by: &[("lists-60-addresses", Cause::WrongOutput)],
    },
    Flaw {
        name: "lookup-does-not-ask-again-over-tcp",
        program: "lookup",
        mistake: "Asks the name server by hand, over UDP, and takes an answer that was cut for the whole one.",
        caught_by: &[("lists-60-addresses", Cause::WrongOutput)],
    },
    Flaw {
        name: "lookup-asks-the-name-server-only",
        program: "lookup",
        mistake: "Asks the name server by hand, which does not know what stands in /etc/hosts.",
        caught_by: &[
            ("finds-the-addresses-of-localhost", Cause::WrongOutput),
            ("answers-each-argument-in-turn", Cause::WrongOutput),
            ("shows-the-name-from-the-hosts-file", Cause::WrongOutput),
            ("lookup-refuses-no-arguments", Cause::WrongExit),
        ],
    },
    Flaw {
        name: "lookup-believes-the-hosts-file-only",
        program: "lookup",
        mistake: "Looks into /etc/hosts by hand whether there is such a name; most names do not stand there.",
        caught_by: &[
            ("lists-every-address", Cause::WrongOutput),
            ("finds-addresses-of-one-kind", Cause::WrongOutput),
            ("lists-each-address-once", Cause::WrongOutput),
            ("lists-60-addresses", Cause::WrongOutput),
            ("shows-the-name-behind-aliases", Cause::WrongOutput),
            ("says-try-again-later", Cause::WrongOutput),
            (
                "says-try-again-later-when-nobody-answers",
                Cause::WrongOutput,
            ),
            ("answers-the-others-after-a-failure", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-shows-debug-output",
        program: "lookup",
        mistake: "Prints its list as Rust shows it to programmers.",
        caught_by: &[
            ("finds-the-addresses-of-localhost", Cause::WrongOutput),
            ("answers-each-argument-in-turn", Cause::WrongOutput),
            ("lists-every-address", Cause::WrongOutput),
            ("finds-addresses-of-one-kind", Cause::WrongOutput),
            ("lists-each-address-once", Cause::WrongOutput),
            ("lists-60-addresses", Cause::WrongOutput),
            ("shows-the-name-behind-aliases", Cause::WrongOutput),
            ("shows-the-name-from-the-hosts-file", Cause::WrongOutput),
            ("answers-the-others-after-a-failure", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-shows-the-name-as-typed",
        program: "lookup",
        mistake: "Shows the name that was typed instead of the canonical one.",
        caught_by: &[
            ("shows-the-name-behind-aliases", Cause::WrongOutput),
            ("shows-the-name-from-the-hosts-file", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-takes-the-way-back-for-the-canonical-name",
        program: "lookup",
        mistake: "Looks up the name of the first address, and takes that for the canonical name.",
        caught_by: &[("shows-the-name-behind-aliases", Cause::WrongOutput)],
    },
    Flaw {
        name: "lookup-takes-a-name-without-addresses-for-an-answer",
        program: "lookup",
        mistake: "Shows a name without addresses as an answer without lines.",
        caught_by: &[("refuses-a-name-without-addresses", Cause::WrongOutput)],
    },
    Flaw {
        name: "lookup-panics-at-an-unknown-name",
        program: "lookup",
        mistake: "Unwraps what the resolver answers for a name.",
        caught_by: &[
            ("says-name-not-known", Cause::Panicked),
            ("says-try-again-later", Cause::Panicked),
            ("says-try-again-later-when-nobody-answers", Cause::Panicked),
            ("refuses-a-name-without-addresses", Cause::Panicked),
            ("answers-the-others-after-a-failure", Cause::Panicked),
        ],
    },
];
