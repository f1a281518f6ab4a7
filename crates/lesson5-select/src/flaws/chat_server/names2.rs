//! Flawed chat servers: names, and who is here.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "chat-server-asks-for-another-name",
        program: "chat-server",
        mistake: "Says what is wrong with a name, and lets the client try another one.",
        caught_by: &[
            ("chat-refuses-other-names", Cause::WrongBytes),
            ("chat-refuses-a-name-in-use", Cause::NoAnswer),
            ("chat-says-nothing-of-who-never-came-in", Cause::NoAnswer),
            ("chat-forgets-who-was-refused", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "chat-server-tells-the-nameless",
        program: "chat-server",
        mistake: "Tells everybody who is connected what is said, with a name or without.",
        caught_by: &[
            ("chat-keeps-the-nameless-outside", Cause::WrongBytes),
            ("chat-serves-beside-silent-clients", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "chat-server-counts-the-nameless",
        program: "chat-server",
        mistake: "Lists everybody who is connected, those without a name by an empty one.",
        caught_by: &[
            ("chat-keeps-the-nameless-outside", Cause::WrongBytes),
            ("chat-serves-beside-silent-clients", Cause::WrongBytes),
        ],
    },
];
