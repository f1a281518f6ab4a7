//! The flawed Unix-domain echo servers, and the checks that catch each of them.

use grader::Cause;
use grader::Flaw;

pub(crate) const UNIX_ECHO_SERVER: &[Flaw] = &[
    Flaw {
        name: "unix-echo-server-removes-whatever-is-there",
        program: "unix-echo-server",
        mistake: "Removes whatever is at its path before it binds.",
        caught_by: &[
            ("unix-leaves-a-live-socket-alone", Cause::WrongOutput),
            ("unix-leaves-a-busy-socket-alone", Cause::WrongOutput),
            ("unix-leaves-other-files-alone", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "unix-echo-server-removes-live-sockets",
        program: "unix-echo-server",
        mistake: "Removes the socket at its path without asking whether somebody listens there.",
        caught_by: &[
            ("unix-leaves-a-live-socket-alone", Cause::WrongOutput),
            ("unix-leaves-a-busy-socket-alone", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "unix-echo-server-waits-for-a-busy-server",
        program: "unix-echo-server",
        mistake: "Asks with a blocking connect whether somebody listens, and waits as long as that server is busy.",
        caught_by: &[("unix-leaves-a-busy-socket-alone", Cause::NoAnswer)],
    },
    Flaw {
        name: "unix-echo-server-takes-a-busy-server-for-a-dead-one",
        program: "unix-echo-server",
        mistake: "Takes every connect that fails for proof that nobody listens, although a busy server has no room just now.",
        caught_by: &[("unix-leaves-a-busy-socket-alone", Cause::WrongOutput)],
    },
    Flaw {
        name: "unix-echo-server-takes-a-file-for-a-stale-socket",
        program: "unix-echo-server",
        mistake: "Asks only whether a connect is refused, as it is at an ordinary file, too.",
        caught_by: &[("unix-leaves-other-files-alone", Cause::WrongOutput)],
    },
    Flaw {
        name: "unix-echo-server-follows-symbolic-links",
        program: "unix-echo-server",
        mistake: "Asks with metadata() what is at its path, which speaks of the file behind a link.",
        caught_by: &[("unix-leaves-other-files-alone", Cause::WrongOutput)],
    },
    Flaw {
        name: "unix-echo-server-never-replaces-a-socket",
        program: "unix-echo-server",
        mistake: "Binds, and no more: the file of a server that was killed is in its way for ever.",
        caught_by: &[("unix-replaces-a-stale-socket", Cause::Exited)],
    },
    Flaw {
        name: "unix-echo-server-tidies-up-after-others",
        program: "unix-echo-server",
        mistake: "Removes \"its\" file when it cannot listen, although that file is somebody else's.",
        caught_by: &[
            ("unix-leaves-a-live-socket-alone", Cause::Refused),
            ("unix-leaves-a-busy-socket-alone", Cause::TouchedFile),
            ("unix-leaves-other-files-alone", Cause::TouchedFile),
        ],
    },
    Flaw {
        name: "unix-echo-server-shows-its-path-in-quotes",
        program: "unix-echo-server",
        mistake: "Announces the path as a programmer sees it, in quotes.",
        caught_by: &first_stage(Cause::WrongOutput),
    },
    Flaw {
        name: "unix-echo-server-takes-no-path-for-an-empty-one",
        program: "unix-echo-server",
        mistake: "Needs no path: where there is none, it listens on an empty one, which nobody can find.",
        caught_by: &[("unix-needs-a-path", Cause::NoAnswer)],
    },
    Flaw {
        name: "unix-echo-server-fails-without-a-path",
        program: "unix-echo-server",
        mistake: "Takes a missing path for a failure like any other.",
        caught_by: &[("unix-needs-a-path", Cause::WrongExit)],
    },
    Flaw {
        name: "unix-echo-server-panics-without-a-path",
        program: "unix-echo-server",
        mistake: "Takes its first argument without asking whether there is one.",
        caught_by: &[("unix-needs-a-path", Cause::Panicked)],
    },
    Flaw {
        name: "unix-echo-server-accepts-once",
        program: "unix-echo-server",
        mistake: "Moves its listener into the first conversation, and ends with it.",
        caught_by: &[
            ("unix-announces-itself-on-one-line", Cause::Refused),
            ("unix-serves-the-next-client", Cause::Refused),
            ("unix-leaves-a-live-socket-alone", Cause::WrongOutput),
            ("unix-survives-a-client-that-vanishes", Cause::Refused),
            ("unix-gives-every-descriptor-back", Cause::Refused),
            ("unix-survives-the-loss-of-all-descriptors", Cause::Refused),
        ],
    },
    Flaw {
        name: "unix-echo-server-closes-after-one-message",
        program: "unix-echo-server",
        mistake: "Takes one read for the whole conversation, and closes after its answer.",
        caught_by: &[
            ("unix-serves-the-next-client", Cause::ClosedEarly),
            (
                "unix-sends-everything-back-before-it-closes",
                Cause::ClosedEarly,
            ),
            ("unix-echoes-8-mib-to-a-late-reader", Cause::ClosedEarly),
            ("unix-waits-without-using-the-processor", Cause::ClosedEarly),
        ],
    },
    Flaw {
        name: "unix-echo-server-unwraps-from-utf8",
        program: "unix-echo-server",
        mistake: "Makes a String of what it reads, and panics when that is no text.",
        caught_by: &[
            ("unix-echoes-every-byte-value", Cause::Panicked),
            (
                "unix-sends-everything-back-before-it-closes",
                Cause::Panicked,
            ),
            ("unix-echoes-8-mib-to-a-late-reader", Cause::Panicked),
            ("unix-survives-a-client-that-vanishes", Cause::Panicked),
        ],
    },
    Flaw {
        name: "unix-echo-server-replaces-what-is-no-text",
        program: "unix-echo-server",
        mistake: "Uses from_utf8_lossy, which puts question marks where there was no text.",
        caught_by: &[
            ("unix-echoes-every-byte-value", Cause::WrongBytes),
            (
                "unix-sends-everything-back-before-it-closes",
                Cause::WrongBytes,
            ),
            ("unix-echoes-8-mib-to-a-late-reader", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "unix-echo-server-never-closes",
        program: "unix-echo-server",
        mistake: "Keeps a second handle to each client, so that no connection is ever closed.",
        caught_by: &[
            (
                "unix-sends-everything-back-before-it-closes",
                Cause::NoAnswer,
            ),
            ("unix-gives-every-descriptor-back", Cause::NoAnswer),
            ("unix-survives-the-loss-of-all-descriptors", Cause::NoAnswer),
        ],
    },
    Flaw {
        name: "unix-echo-server-panics-at-a-lost-client",
        program: "unix-echo-server",
        mistake: "Unwraps what read and write answer, so that one client that has gone ends the server.",
        caught_by: &[("unix-survives-a-client-that-vanishes", Cause::Panicked)],
    },
    Flaw {
        name: "unix-echo-server-prints-its-buffer",
        program: "unix-echo-server",
        mistake: "Prints its whole buffer on stdout, to see what has come.",
        caught_by: &[("unix-announces-itself-on-one-line", Cause::WrongOutput)],
    },
    Flaw {
        name: "unix-echo-server-takes-a-full-buffer-for-an-error",
        program: "unix-echo-server",
        mistake: "Gives up a client whose buffer has no room just now: WouldBlock is an error to it.",
        caught_by: &[("unix-echoes-8-mib-to-a-late-reader", Cause::ClosedEarly)],
    },
    Flaw {
        name: "unix-echo-server-succeeds-when-the-path-is-taken",
        program: "unix-echo-server",
        mistake: "Says that it cannot listen, and ends with status 0.",
        caught_by: &[
            ("unix-leaves-a-live-socket-alone", Cause::WrongExit),
            ("unix-leaves-a-busy-socket-alone", Cause::WrongExit),
            ("unix-leaves-other-files-alone", Cause::WrongExit),
        ],
    },
    Flaw {
        name: "unix-echo-server-names-no-path-in-its-error",
        program: "unix-echo-server",
        mistake: "Says that it cannot listen, but not where.",
        caught_by: &[
            ("unix-leaves-a-live-socket-alone", Cause::WrongOutput),
            ("unix-leaves-a-busy-socket-alone", Cause::WrongOutput),
            ("unix-leaves-other-files-alone", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "unix-echo-server-asks-for-bytes-without-a-break",
        program: "unix-echo-server",
        mistake: "Makes the client's socket non-blocking, and asks it again at once whenever nothing has come.",
        caught_by: &[("unix-waits-without-using-the-processor", Cause::BusyLoop)],
    },
    Flaw {
        name: "unix-echo-server-keeps-every-descriptor",
        program: "unix-echo-server",
        mistake: "Shuts each connection down, but keeps its socket.",
        caught_by: &[("unix-gives-every-descriptor-back", Cause::Leak)],
    },
    Flaw {
        name: "unix-echo-server-stops-accepting-when-accept-fails",
        program: "unix-echo-server",
        mistake: "Leaves the loop around accept at its first error, and stays there without serving anybody.",
        caught_by: &[("unix-survives-the-loss-of-all-descriptors", Cause::NoAnswer)],
    },
];

/// Every check of the first stage fails in the same way, and all others are blocked.
const fn first_stage(cause: Cause) -> [(&'static str, Cause); 3] {
    [
        ("unix-echoes-one-line", cause),
        ("unix-announces-itself-on-one-line", cause),
        ("unix-serves-the-next-client", cause),
    ]
}
