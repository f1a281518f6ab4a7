//! The flawed UDP echo servers, and the checks that catch each of them.

use grader::Cause;
use grader::Flaw;

pub(crate) const UDP_ECHO_SERVER: &[Flaw] = &[
    Flaw {
        name: "udp-echo-server-has-room-for-one-packet-only",
        program: "udp-echo-server",
        mistake: "Has a buffer of 1,500 bytes, the size of a packet on the wire: the rest of a larger datagram is lost.",
        caught_by: &[("echoes-every-size-of-datagram", Cause::WrongBytes)],
    },
    Flaw {
        name: "udp-echo-server-sends-its-whole-buffer",
        program: "udp-echo-server",
        mistake: "Sends the whole buffer back, with whatever stands behind the datagram.",
        caught_by: &first_stage(Cause::WrongBytes),
    },
    Flaw {
        name: "udp-echo-server-connects-to-its-first-sender",
        program: "udp-echo-server",
        mistake: "Connects its socket to whoever sends first, and then hears nobody else.",
        caught_by: &[("answers-each-sender", Cause::NoAnswer)],
    },
    Flaw {
        name: "udp-echo-server-answers-its-first-sender-only",
        program: "udp-echo-server",
        mistake: "Remembers who sent first, and answers everybody there.",
        caught_by: &[
            ("answers-each-sender", Cause::NoAnswer),
            ("survives-a-sender-that-has-gone", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "udp-echo-server-answers-from-another-socket",
        program: "udp-echo-server",
        mistake: "Makes a new socket for each answer, which then comes from an address that nobody has asked.",
        caught_by: &first_stage(Cause::WrongBytes),
    },
    Flaw {
        name: "udp-echo-server-ends-at-an-empty-datagram",
        program: "udp-echo-server",
        mistake: "Takes an empty datagram for the end of file, and ends.",
        caught_by: &[("echoes-an-empty-datagram", Cause::NoAnswer)],
    },
    Flaw {
        name: "udp-echo-server-ignores-empty-datagrams",
        program: "udp-echo-server",
        mistake: "Has no answer to an empty datagram.",
        caught_by: &[("echoes-an-empty-datagram", Cause::NoAnswer)],
    },
    Flaw {
        name: "udp-echo-server-unwraps-from-utf8",
        program: "udp-echo-server",
        mistake: "Makes a String of each datagram, and panics when that is no text.",
        caught_by: &[
            ("echoes-every-byte-value-in-a-datagram", Cause::Panicked),
            ("echoes-every-size-of-datagram", Cause::Panicked),
        ],
    },
    Flaw {
        name: "udp-echo-server-trims-and-adds-a-newline",
        program: "udp-echo-server",
        mistake: "Trims each datagram, and ends the answer with a newline of its own.",
        caught_by: &first_stage(Cause::WrongBytes),
    },
    Flaw {
        name: "udp-echo-server-answers-twice",
        program: "udp-echo-server",
        mistake: "Sends each answer twice, lest one be lost.",
        caught_by: &[
            (
                "udp-echo-server-announces-itself-on-one-line",
                Cause::WrongBytes,
            ),
            ("answers-each-sender", Cause::WrongBytes),
            ("keeps-datagrams-apart", Cause::WrongBytes),
            ("echoes-an-empty-datagram", Cause::WrongBytes),
            ("echoes-every-size-of-datagram", Cause::WrongBytes),
            (
                "waits-for-datagrams-without-using-the-processor",
                Cause::WrongBytes,
            ),
            ("survives-a-sender-that-has-gone", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "udp-echo-server-joins-datagrams",
        program: "udp-echo-server",
        mistake: "Takes datagrams for a stream: answers with one all that one sender has sent so far.",
        caught_by: &[("keeps-datagrams-apart", Cause::WrongBytes)],
    },
    Flaw {
        name: "udp-echo-server-asks-for-datagrams-without-a-break",
        program: "udp-echo-server",
        mistake: "Makes its socket non-blocking, and asks it again at once whenever nothing has come.",
        caught_by: &[(
            "waits-for-datagrams-without-using-the-processor",
            Cause::BusyLoop,
        )],
    },
    Flaw {
        name: "udp-echo-server-listens-on-every-address",
        program: "udp-echo-server",
        mistake: "Binds to every address of the machine, and announces the one it was given.",
        caught_by: &[(
            "udp-echo-server-stays-on-the-loopback",
            Cause::ListensElsewhere,
        )],
    },
    Flaw {
        name: "udp-echo-server-speaks-ipv4-only",
        program: "udp-echo-server",
        mistake: "Makes an IPv4 socket, whatever the family of the address.",
        caught_by: &[("echoes-datagrams-over-ipv6", Cause::Exited)],
    },
    Flaw {
        name: "udp-echo-server-shares-its-port",
        program: "udp-echo-server",
        mistake: "Sets SO_REUSEADDR as the TCP servers do, with which two UDP servers share one port.",
        caught_by: &[(
            "udp-echo-server-says-that-the-port-is-taken",
            Cause::WrongOutput,
        )],
    },
    Flaw {
        name: "udp-echo-server-panics-when-the-port-is-taken",
        program: "udp-echo-server",
        mistake: "Unwraps what bind answers.",
        caught_by: &[(
            "udp-echo-server-says-that-the-port-is-taken",
            Cause::Panicked,
        )],
    },
    Flaw {
        name: "udp-echo-server-prints-its-buffer",
        program: "udp-echo-server",
        mistake: "Prints its whole buffer on stdout, to see what has come.",
        caught_by: &[(
            "udp-echo-server-announces-itself-on-one-line",
            Cause::WrongOutput,
        )],
    },
    Flaw {
        name: "udp-echo-server-does-not-end-its-announcement",
        program: "udp-echo-server",
        mistake: "Announces itself without a newline, so that nobody knows whether the line is whole.",
        caught_by: &first_stage(Cause::NeverListened),
    },
    Flaw {
        name: "udp-echo-server-says-its-usage-on-stdout",
        program: "udp-echo-server",
        mistake: "Says on stdout how to use it, where whoever waits for its address finds that.",
        caught_by: &[(
            "udp-echo-server-refuses-an-address-that-is-none",
            Cause::WrongOutput,
        )],
    },
    Flaw {
        name: "udp-echo-server-keeps-the-wrong-address-to-itself",
        program: "udp-echo-server",
        mistake: "Says how to use it, but not what was wrong with its address.",
        caught_by: &[(
            "udp-echo-server-refuses-an-address-that-is-none",
            Cause::WrongOutput,
        )],
    },
];

/// Every check of the first stage fails in the same way, and all others are blocked.
const fn first_stage(cause: Cause) -> [(&'static str, Cause); 3] {
    [
        ("echoes-one-datagram", cause),
        ("udp-echo-server-announces-itself-on-one-line", cause),
        ("answers-each-sender", cause),
    ]
}
