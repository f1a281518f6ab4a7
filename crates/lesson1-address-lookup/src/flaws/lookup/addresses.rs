//! Flawed programs that play `lookup`: how they go from an address to its name.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "lookup-panics-at-an-address-without-a-name",
        program: "lookup",
        mistake: "Unwraps what the resolver answers for an address.",
        caught_by: &[
            ("says-that-an-address-has-no-name", Cause::Panicked),
            ("says-try-again-later-for-an-address", Cause::Panicked),
            ("answers-the-others-after-a-failure", Cause::Panicked),
        ],
    },
    Flaw {
        name: "lookup-shows-an-address-as-typed",
        program: "lookup",
        mistake: "Shows the address that was typed instead of its canonical form.",
        caught_by: &[("shows-addresses-in-canonical-form", Cause::WrongOutput)],
    },
    Flaw {
        name: "lookup-takes-an-address-for-its-own-name",
        program: "lookup",
        mistake: "Shows an address as its own name where it has none.",
        caught_by: &[
            ("says-that-an-address-has-no-name", Cause::WrongOutput),
            ("says-try-again-later-for-an-address", Cause::WrongOutput),
            ("answers-the-others-after-a-failure", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-asks-the-way-back-for-ipv4-only",
        program: "lookup",
        mistake: "Takes only IPv4 addresses for addresses, and all else for names.",
        caught_by: &[
            ("turns-an-address-into-its-name", Cause::WrongOutput),
            ("shows-addresses-in-canonical-form", Cause::WrongOutput),
            ("says-that-an-address-has-no-name", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-takes-an-address-for-a-name",
        program: "lookup",
        mistake: "Looks every argument up as a name, for which the resolver takes an address, too.",
        caught_by: &[
            ("finds-the-name-of-an-address", Cause::WrongOutput),
            ("turns-an-address-into-its-name", Cause::WrongOutput),
            ("shows-addresses-in-canonical-form", Cause::WrongOutput),
            ("says-that-an-address-has-no-name", Cause::WrongOutput),
            ("says-try-again-later-for-an-address", Cause::WrongOutput),
            ("answers-the-others-after-a-failure", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-takes-a-failing-server-for-no-name",
        program: "lookup",
        mistake: "Takes every failure on the way back for an address without a name.",
        caught_by: &[("says-try-again-later-for-an-address", Cause::WrongOutput)],
    },
    Flaw {
        name: "lookup-prints-the-first-address-only",
        program: "lookup",
        mistake: "Takes the first answer for the only one.",
        caught_by: &[
            ("finds-the-addresses-of-localhost", Cause::WrongOutput),
            ("answers-each-argument-in-turn", Cause::WrongOutput),
            ("lists-every-address", Cause::WrongOutput),
            ("finds-addresses-of-one-kind", Cause::WrongOutput),
            ("lists-each-address-once", Cause::WrongOutput),
            ("lists-60-addresses", Cause::WrongOutput),
            ("shows-the-name-behind-aliases", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-shows-ipv4-addresses-only",
        program: "lookup",
        mistake: "Leaves out what is no IPv4 address.",
        caught_by: &[
            ("finds-the-addresses-of-localhost", Cause::WrongOutput),
            ("answers-each-argument-in-turn", Cause::WrongOutput),
            ("lists-every-address", Cause::WrongOutput),
            ("finds-addresses-of-one-kind", Cause::WrongOutput),
        ],
    },
];
