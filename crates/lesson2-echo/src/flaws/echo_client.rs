//! The flawed echo clients, and the checks that catch each of them.

use grader::Cause;
use grader::Flaw;

pub(crate) const ECHO_CLIENT: &[Flaw] = &[
    Flaw {
        name: "echo-client-adds-a-newline",
        program: "echo-client",
        mistake: "Sends a newline after the message.",
        caught_by: &[
            ("connects-even-for-an-empty-message", Cause::WrongBytes),
            ("sends-the-message-as-it-is", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "echo-client-trims-its-message",
        program: "echo-client",
        mistake: "Trims the message before it sends it.",
        caught_by: &[("sends-the-message-as-it-is", Cause::WrongBytes)],
    },
    Flaw {
        name: "echo-client-prints-its-first-read-only",
        program: "echo-client",
        mistake: "Takes its first read for the whole reply, and prints nothing of what comes later.",
        caught_by: &[
            ("joins-a-reply-that-comes-in-pieces", Cause::WrongOutput),
            ("prints-bytes-as-they-come", Cause::NoAnswer),
            ("sends-8-mib-while-it-reads", Cause::WrongOutput),
            (
                "sends-8-mib-to-a-server-that-answers-each-4-kib",
                Cause::WrongOutput,
            ),
        ],
    },
    Flaw {
        name: "echo-client-sends-everything-before-it-reads",
        program: "echo-client",
        mistake: "Sends all of its input, and reads only then: with much to send, both sides wait for the other to read.",
        caught_by: &[
            ("prints-bytes-as-they-come", Cause::NoAnswer),
            ("sends-8-mib-while-it-reads", Cause::NoAnswer),
            (
                "sends-8-mib-to-a-server-that-answers-each-4-kib",
                Cause::NoAnswer,
            ),
            (
                "reads-stdin-to-its-end-after-an-early-close",
                Cause::NoAnswer,
            ),
        ],
    },
    Flaw {
        name: "echo-client-reads-stdin-to-its-end-first",
        program: "echo-client",
        mistake: "Reads all of stdin before it sends the first byte, so that nobody can talk with the server.",
        caught_by: &[("prints-bytes-as-they-come", Cause::NoAnswer)],
    },
    Flaw {
        name: "echo-client-sends-and-receives-in-turns",
        program: "echo-client",
        mistake: "Sends a buffer, waits until all of it has come back, and sends the next one.",
        caught_by: &[
            ("sends-8-mib-while-it-reads", Cause::NoAnswer),
            (
                "reads-stdin-to-its-end-after-an-early-close",
                Cause::WrongOutput,
            ),
        ],
    },
    Flaw {
        name: "echo-client-never-sees-the-end",
        program: "echo-client",
        mistake: "Counts the bytes that come back, and takes 0 bytes for \"nothing yet\".",
        caught_by: &[
            (
                "says-how-many-bytes-came-before-an-early-end",
                Cause::NoAnswer,
            ),
            ("says-how-many-bytes-came-before-a-reset", Cause::NoAnswer),
            (
                "reads-stdin-to-its-end-after-an-early-close",
                Cause::NoAnswer,
            ),
        ],
    },
    Flaw {
        name: "echo-client-waits-for-the-server-to-close",
        program: "echo-client",
        mistake: "Reads the reply to its message until the server closes, which it need not do.",
        caught_by: &[(
            "stops-without-waiting-for-the-server-to-close",
            Cause::NoAnswer,
        )],
    },
    Flaw {
        name: "echo-client-takes-stdin-for-text",
        program: "echo-client",
        mistake: "Reads stdin line by line into a String, which takes nothing but text.",
        caught_by: &[
            ("prints-every-byte-value", Cause::ClosedEarly),
            ("prints-bytes-as-they-come", Cause::NoAnswer),
            ("sends-8-mib-while-it-reads", Cause::ClosedEarly),
            (
                "sends-8-mib-to-a-server-that-answers-each-4-kib",
                Cause::ClosedEarly,
            ),
            (
                "reads-stdin-to-its-end-after-an-early-close",
                Cause::ClosedEarly,
            ),
        ],
    },
    Flaw {
        name: "echo-client-takes-the-reply-for-text",
        program: "echo-client",
        mistake: "Prints the reply as text, with question marks where it is none.",
        caught_by: &[
            ("prints-every-byte-value", Cause::WrongOutput),
            ("sends-8-mib-while-it-reads", Cause::WrongOutput),
            (
                "sends-8-mib-to-a-server-that-answers-each-4-kib",
                Cause::WrongOutput,
            ),
            (
                "reads-stdin-to-its-end-after-an-early-close",
                Cause::WrongOutput,
            ),
        ],
    },
    Flaw {
        name: "echo-client-panics-at-a-reply-that-is-no-text",
        program: "echo-client",
        mistake: "Unwraps from_utf8 on the reply.",
        caught_by: &[
            ("prints-every-byte-value", Cause::Panicked),
            ("sends-8-mib-while-it-reads", Cause::Panicked),
            (
                "sends-8-mib-to-a-server-that-answers-each-4-kib",
                Cause::Panicked,
            ),
            (
                "reads-stdin-to-its-end-after-an-early-close",
                Cause::Panicked,
            ),
        ],
    },
    Flaw {
        name: "echo-client-sends-one-line-of-stdin",
        program: "echo-client",
        mistake: "Reads one line of stdin, as if a user had typed it.",
        caught_by: &[
            ("sends-stdin-where-there-is-no-message", Cause::ClosedEarly),
            ("prints-every-byte-value", Cause::ClosedEarly),
            ("prints-bytes-as-they-come", Cause::ClosedEarly),
            ("sends-8-mib-while-it-reads", Cause::ClosedEarly),
            (
                "sends-8-mib-to-a-server-that-answers-each-4-kib",
                Cause::ClosedEarly,
            ),
            (
                "reads-stdin-to-its-end-after-an-early-close",
                Cause::ClosedEarly,
            ),
        ],
    },
    Flaw {
        name: "echo-client-prints-only-at-the-end",
        program: "echo-client",
        mistake: "Collects the reply, and prints it when the conversation is over.",
        caught_by: &[("prints-bytes-as-they-come", Cause::NoAnswer)],
    },
    Flaw {
        name: "echo-client-never-flushes",
        program: "echo-client",
        mistake: "Prints without a flush: what does not end in a newline stays in stdout's buffer.",
        caught_by: &[("prints-bytes-as-they-come", Cause::NoAnswer)],
    },
    Flaw {
        name: "echo-client-prints-a-newline-at-the-end",
        program: "echo-client",
        mistake: "Ends its output with a newline that did not come back.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "echo-client-says-more-on-stdout",
        program: "echo-client",
        mistake: "Says on stdout that it has connected.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "echo-client-says-its-errors-on-stdout",
        program: "echo-client",
        mistake: "Says on stdout what went wrong.",
        caught_by: &[
            (
                "says-how-many-bytes-came-before-an-early-end",
                Cause::WrongOutput,
            ),
            (
                "says-how-many-bytes-came-before-a-reset",
                Cause::WrongOutput,
            ),
            ("says-that-nobody-listens", Cause::WrongOutput),
            (
                "reads-stdin-to-its-end-after-an-early-close",
                Cause::WrongOutput,
            ),
        ],
    },
    Flaw {
        name: "echo-client-succeeds-after-an-early-end",
        program: "echo-client",
        mistake: "Says that the server closed early, and ends with status 0.",
        caught_by: &[
            (
                "says-how-many-bytes-came-before-an-early-end",
                Cause::WrongExit,
            ),
            ("says-how-many-bytes-came-before-a-reset", Cause::WrongExit),
            (
                "reads-stdin-to-its-end-after-an-early-close",
                Cause::WrongExit,
            ),
        ],
    },
    Flaw {
        name: "echo-client-ends-without-a-word",
        program: "echo-client",
        mistake: "Takes the end of file for the end of its work, without counting what came.",
        caught_by: &[
            (
                "says-how-many-bytes-came-before-an-early-end",
                Cause::WrongOutput,
            ),
            (
                "says-how-many-bytes-came-before-a-reset",
                Cause::WrongOutput,
            ),
            (
                "reads-stdin-to-its-end-after-an-early-close",
                Cause::WrongOutput,
            ),
        ],
    },
    Flaw {
        name: "echo-client-stops-reading-stdin-when-a-write-fails",
        program: "echo-client",
        mistake: "Stops reading its input when the server takes no more, and counts only what was read until then.",
        caught_by: &[(
            "reads-stdin-to-its-end-after-an-early-close",
            Cause::WrongOutput,
        )],
    },
    Flaw {
        name: "echo-client-reports-a-failed-write",
        program: "echo-client",
        mistake: "Takes a write that fails for the end of everything, and says just that.",
        caught_by: &[(
            "reads-stdin-to-its-end-after-an-early-close",
            Cause::WrongOutput,
        )],
    },
    Flaw {
        name: "echo-client-reports-a-reset-as-it-is",
        program: "echo-client",
        mistake: "Shows the system's words for a reset, and not how many bytes came before it.",
        caught_by: &[
            (
                "says-how-many-bytes-came-before-a-reset",
                Cause::WrongOutput,
            ),
            (
                "reads-stdin-to-its-end-after-an-early-close",
                Cause::WrongOutput,
            ),
        ],
    },
    Flaw {
        name: "echo-client-panics-at-a-reset",
        program: "echo-client",
        mistake: "Unwraps what read and write answer.",
        caught_by: &[
            ("says-how-many-bytes-came-before-a-reset", Cause::Panicked),
            (
                "reads-stdin-to-its-end-after-an-early-close",
                Cause::Panicked,
            ),
        ],
    },
    Flaw {
        name: "echo-client-panics-when-nobody-listens",
        program: "echo-client",
        mistake: "Unwraps what connect answers.",
        caught_by: &[("says-that-nobody-listens", Cause::Panicked)],
    },
    Flaw {
        name: "echo-client-succeeds-when-nobody-listens",
        program: "echo-client",
        mistake: "Says that nobody listens, and ends with status 0.",
        caught_by: &[("says-that-nobody-listens", Cause::WrongExit)],
    },
    Flaw {
        name: "echo-client-looks-at-the-address-too-late",
        program: "echo-client",
        mistake: "Takes any text for an address until it connects: wrong usage becomes a failure like any other.",
        caught_by: &[("refuses-an-address-that-is-none", Cause::WrongExit)],
    },
    Flaw {
        name: "echo-client-panics-at-a-wrong-address",
        program: "echo-client",
        mistake: "Unwraps what parse answers for the address.",
        caught_by: &[("refuses-an-address-that-is-none", Cause::Panicked)],
    },
    Flaw {
        name: "echo-client-speaks-ipv4-only",
        program: "echo-client",
        mistake: "Makes an IPv4 socket, whatever the family of the address.",
        caught_by: &[("connects-over-ipv6", Cause::Exited)],
    },
    Flaw {
        name: "echo-client-does-nothing-for-an-empty-message",
        program: "echo-client",
        mistake: "Sees that there is nothing to send, and does not even connect.",
        caught_by: &[("connects-even-for-an-empty-message", Cause::Exited)],
    },
    Flaw {
        name: "echo-client-waits-for-a-reply-to-nothing",
        program: "echo-client",
        mistake: "Reads before it looks whether anything is missing, and so waits for the echo of an empty message.",
        caught_by: &[("connects-even-for-an-empty-message", Cause::NoAnswer)],
    },
    Flaw {
        name: "echo-client-sends-the-two-dashes",
        program: "echo-client",
        mistake: "Takes the -- that ends the options for the message.",
        caught_by: &[(
            "takes-a-message-that-begins-with-a-dash",
            Cause::ClosedEarly,
        )],
    },
    Flaw {
        name: "echo-client-takes-every-dash-for-an-option",
        program: "echo-client",
        mistake: "Takes whatever begins with a dash for an option, even after --.",
        caught_by: &[("takes-a-message-that-begins-with-a-dash", Cause::Exited)],
    },
];

/// Every check of the first stage fails in the same way, and all others are blocked.
const fn first_stage(cause: Cause) -> [(&'static str, Cause); 3] {
    [
        ("prints-what-comes-back", cause),
        ("sends-the-message-as-it-is", cause),
        ("sends-stdin-where-there-is-no-message", cause),
    ]
}
