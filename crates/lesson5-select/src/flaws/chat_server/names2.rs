//! Flawed chat servers: names, and who is here.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
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
