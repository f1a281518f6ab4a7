//! Flawed programs that play `fetch`: what they send.

use super::every_request;
use super::first_stage;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "fetch-ends-lines-with-newlines-only",
        program: "fetch",
        mistake: "Ends the lines of its request with a newline only.",
        caught_by: &first_stage(Cause::NoAnswer),
    },
    Flaw {
        name: "fetch-forgets-the-empty-line",
        program: "fetch",
        mistake: "Does not end its request with an empty line, so that the server waits for more.",
        caught_by: &first_stage(Cause::NoAnswer),
    },
    Flaw {
        name: "fetch-sends-no-host",
        program: "fetch",
        mistake: "Sends no Host, without which a server cannot know which of its names is meant.",
        caught_by: &every_request(Cause::WrongBytes),
    },
    Flaw {
        name: "fetch-speaks-http-1-0",
        program: "fetch",
        mistake: "Speaks HTTP/1.0.",
        caught_by: &every_request(Cause::WrongBytes),
    },
    Flaw {
        name: "fetch-asks-for-no-close",
        program: "fetch",
        mistake: "Sends no Connection: close, so that a server waits for the next request, and both for ever.",
        caught_by: &every_request(Cause::WrongBytes),
    },
    Flaw {
        name: "fetch-leaves-every-port-out",
        program: "fetch",
        mistake: "Sends Host without the port, also where it is not 80.",
        caught_by: &every_request(Cause::WrongBytes),
    },
    Flaw {
        name: "fetch-sends-port-80",
        program: "fetch",
        mistake: "Sends the port with Host, also where it is 80.",
        caught_by: &[
            ("leaves-port-80-out-of-host", Cause::WrongBytes),
            ("puts-an-ipv6-host-in-brackets", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "fetch-puts-no-brackets-around-its-host",
        program: "fetch",
        mistake: "Sends an IPv6 address without brackets, with a port behind one more colon.",
        caught_by: &[("puts-an-ipv6-host-in-brackets", Cause::WrongBytes)],
    },
    Flaw {
        name: "fetch-sends-the-canonical-name",
        program: "fetch",
        mistake: "Sends the canonical name as Host, which the server may not know.",
        caught_by: &[("leaves-port-80-out-of-host", Cause::WrongBytes)],
    },
    Flaw {
        name: "fetch-sends-an-address-as-host",
        program: "fetch",
        mistake: "Sends the address as Host, although somebody has asked for a name.",
        caught_by: &[("leaves-port-80-out-of-host", Cause::WrongBytes)],
    },
    Flaw {
        name: "fetch-leaves-the-slash-out",
        program: "fetch",
        mistake: "Sends the path as it was typed, also without a slash.",
        caught_by: &[("puts-a-slash-in-front-of-the-path", Cause::WrongBytes)],
    },
    Flaw {
        name: "fetch-adds-a-slash-always",
        program: "fetch",
        mistake: "Puts a slash in front of every path, also where there is one.",
        caught_by: &[
            ("sends-a-correct-request", Cause::WrongBytes),
            ("leaves-port-80-out-of-host", Cause::WrongBytes),
            ("puts-an-ipv6-host-in-brackets", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "fetch-asks-for-the-root-always",
        program: "fetch",
        mistake: "Takes a path, and asks for / all the same.",
        caught_by: &[
            ("sends-a-correct-request", Cause::WrongBytes),
            ("puts-a-slash-in-front-of-the-path", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "fetch-cuts-the-query-off",
        program: "fetch",
        mistake: "Takes what follows the question mark for no part of the path.",
        caught_by: &[("sends-a-correct-request", Cause::WrongBytes)],
    },
];
