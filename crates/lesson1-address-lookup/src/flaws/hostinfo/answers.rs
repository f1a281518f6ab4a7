//! Flawed programs that play `hostinfo`: what they say of the machine.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "hostinfo-prints-the-first-address-only",
        program: "hostinfo",
        mistake: "Takes the first address only.",
        caught_by: &[
            ("prints-every-address-of-the-host", Cause::WrongOutput),
            ("prints-an-address-of-the-host-once", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "hostinfo-speaks-ipv4-only",
        program: "hostinfo",
        mistake: "Leaves IPv6 addresses out.",
        caught_by: &[("prints-the-hostname-and-its-address", Cause::WrongOutput)],
    },
    Flaw {
        name: "hostinfo-prints-four-addresses-at-most",
        program: "hostinfo",
        mistake: "Has room for four addresses.",
        caught_by: &[("prints-every-address-of-the-host", Cause::WrongOutput)],
    },
    Flaw {
        name: "hostinfo-keeps-duplicates",
        program: "hostinfo",
        mistake: "Prints an address as often as the resolver repeats it.",
        caught_by: &[("prints-an-address-of-the-host-once", Cause::WrongOutput)],
    },
    Flaw {
        name: "hostinfo-prints-a-line-for-each-type-of-socket",
        program: "hostinfo",
        mistake: "Asks for every type of socket, and prints each address once for each of them.",
        caught_by: &[("prints-the-hostname-and-its-address", Cause::WrongOutput)],
    },
    Flaw {
        name: "hostinfo-shows-debug-output",
        program: "hostinfo",
        mistake: "Prints its list as Rust shows it to programmers.",
        caught_by: &[("prints-the-hostname-and-its-address", Cause::WrongOutput)],
    },
    Flaw {
        name: "hostinfo-reads-its-name-from-a-file",
        program: "hostinfo",
        mistake: "Reads its name from /etc/hostname, where the system finds one when it starts, and nothing later.",
        caught_by: &[("prints-the-hostname-and-its-address", Cause::WrongOutput)],
    },
    Flaw {
        name: "hostinfo-takes-localhost-for-its-name",
        program: "hostinfo",
        mistake: "Takes localhost for the name of the machine.",
        caught_by: &[("prints-the-hostname-and-its-address", Cause::WrongOutput)],
    },
    Flaw {
        name: "hostinfo-cuts-its-name-at-the-first-dot",
        program: "hostinfo",
        mistake: "Takes the part before the first dot for the name.",
        caught_by: &[("prints-the-hostname-and-its-address", Cause::WrongOutput)],
    },
    Flaw {
        name: "hostinfo-prints-its-canonical-name",
        program: "hostinfo",
        mistake: "Prints the canonical name instead of the machine's own.",
        caught_by: &[("prints-the-hostname-and-its-address", Cause::WrongOutput)],
    },
];
