//! Help with `fetch`: from the addresses to the reply.

use grader::Ladder;

pub(super) const REQUEST: Ladder = Ladder {
    checks: &[
        "sends-a-correct-request",
        "puts-a-slash-in-front-of-the-path",
    ],
    question: "How does the server know that your request is complete, when you leave the connection open for its \
               reply?",
    call: "`format!` in the hole `request`; `fetch` sends its bytes with `write_all`, since send(2) may take only \
           a part of them. What matters is `\\r\\n` at the end of every line, the empty line, and `Connection: \
           close`, which asks the server to close after its reply.",
    sketch: "first line: GET, the path and HTTP/1.1, with one space between them\n\
             a path that does not begin with a slash gets one; otherwise it stays as it was typed\n\
             a line `Host: HOST`, and a line `Connection: close`\n\
             an empty line, and nothing after it\n\
             every one of the four ends in \\r\\n",
    learnt: "A request of HTTP is lines of text, each with \\r\\n at its end, and an empty line says that it is \
             complete.",
};

pub(super) const HOST_HEADER: Ladder = Ladder {
    checks: &[
        "leaves-port-80-out-of-host",
        "puts-an-ipv6-host-in-brackets",
    ],
    question: "A machine with one address serves a thousand sites: which of your words tells it the one that you \
               want, and what could a colon in it be taken for?",
    call: "`str::parse::<Ipv6Addr>()` of HOST: Ok says that it needs brackets. The header has HOST as it was \
           typed, not the canonical name and not the address that accepted. 80 is the port that HTTP has by \
           default.",
    sketch: "in `host_header`: name = HOST, in brackets if it parses as an Ipv6Addr\n\
             where the port is 80: the name alone\n\
             else: the name, a colon, and the port",
    learnt: "The header Host carries the name that somebody typed, since an address does not tell which of its \
             sites is wanted.",
};

pub(super) const REPLY: Ladder = Ladder {
    checks: &[
        "prints-the-reply",
        "joins-a-reply-in-pieces",
        "copies-every-byte-value",
        "copies-4-mib",
    ],
    question: "A read has brought 20 bytes: what does that tell you about the length of the reply?",
    call: "`Read::read` of the socket, see recv(2): it returns how many bytes it has put into your buffer, at \
           least 1 and at most its size, or 0 at the end of file. Only so many bytes of the buffer count. \
           `write_all` to stdout takes them as they are; `flush` at the end.",
    sketch: "`connect` comes first: a STREAM socket of the address's domain, and connect_timeout\n\
             in `copy_reply`: a buffer of some KiB, and a loop\n\
             count = read into the buffer; after Interrupted, once more\n\
             count is 0: the server has closed; flush stdout, and done\n\
             else write_all of &buffer[..count] to stdout: bytes, no String",
    learnt: "A stream has no pieces: one read brings what is there now, and only the end of file says that no more \
             will come.",
};

pub(super) const END_OF_THE_REPLY: Ladder = Ladder {
    checks: &[
        "says-that-the-server-closed-without-a-reply",
        "says-the-same-of-a-reset",
        "prints-what-came-before-a-reset",
    ],
    question: "A connection ends or breaks, before its first byte or after it: which of these four cases must your \
               user be able to tell apart?",
    call: "`Read::read`, see recv(2): Ok(0) is the end of file, and an Err, such as ConnectionReset, is a break. \
           Only your own count says whether anything had come. `flush` stdout before you fail: it may still hold a \
           line that is not finished.",
    sketch: "in `copy_reply`: copied = 0, and copied += count after each piece\n\
             Ok(0), or an error other than Interrupted, while copied is 0: Err(`closed without a reply`)\n\
             Ok(0) later: Ok(())\n\
             an error later: flush stdout, then Err(what the error says)",
    learnt: "An end of file says that the other side has finished, and a reset that the connection broke off and \
             something may be missing.",
};

pub(super) const NEXT_ADDRESS: Ladder = Ladder {
    checks: &[
        "tries-the-next-address",
        "tries-both-kinds-of-addresses",
        "says-that-no-address-accepts",
    ],
    question: "One of a name's machines is switched off: what does your program need, so that its user gets the \
               page all the same?",
    call: "`Socket::new` with `Domain::for_address(addr)`, see socket(2): the family of the socket must be that of \
           the address. And connect(2): after a failure nobody promises what the socket is good for, so the next \
           attempt makes a new one.",
    sketch: "in `first_that_accepts`: for each address, in order, call attempt\n\
             Some(socket): return it, and try no more\n\
             None: on to the next one\n\
             after the last one: None; `fetch` makes the error of it\n\
             in `connect`: a new socket each time, of the domain of this address",
    learnt: "The addresses of a name are alternatives: a client tries one after the other, each with a socket of \
             its own family, until one accepts.",
};

pub(super) const SILENCE: Ladder = Ladder {
    checks: &[
        "gives-up-an-address-that-never-answers",
        "waits-for-an-address-that-answers-late",
        "tries-the-next-after-silence",
        "tries-the-next-after-silence-over-ipv6",
        "waits-longer-for-a-reply-than-for-a-connection",
    ],
    question: "No packet says `I am switched off`. How long do you wait for one that may never come, and should a \
               slow page have the same limit?",
    call: "`Socket::connect_timeout`: it fails with the kind TimedOut when the time is over, and bounds the \
           connecting only. A bare connect(2) waits as long as the kernel does, on Linux about two minutes. A \
           timeout for reading is not wanted here.",
    sketch: "in `connect`: a new STREAM socket of the address's domain\n\
             connect_timeout with the address and the timeout, the same for IPv4 and IPv6\n\
             an error goes up with ?: `attempt` prints it, and the next address has its turn\n\
             in `in_words`: TimedOut is a line that begins with `timed out`\n\
             set no timeout on the socket that reads",
    learnt: "Silence is no answer, and the kernel is more patient than a user, so a client that connects sets a \
             limit of its own.",
};

pub(super) const NO_CONNECTION: Ladder = Ladder {
    checks: &[
        "says-that-the-connection-was-refused",
        "says-that-an-address-is-unreachable",
    ],
    question: "Who can say no to your connection: the machine that you asked, somebody on the way there, or your \
               own system?",
    call: "`io::Error::kind()` after connect(2): ConnectionRefused, NetworkUnreachable and HostUnreachable (on \
           Unix ECONNREFUSED, ENETUNREACH and EHOSTUNREACH). The words of the error differ from system to system, \
           its kind does not.",
    sketch: "in `in_words`: match on error.kind()\n\
             ConnectionRefused: a line that begins with `refused`\n\
             TimedOut: `timed out`; NetworkUnreachable and HostUnreachable: `unreachable`\n\
             any other kind: what the error says\n\
             behind the first word, the rest of the line is free",
    learnt: "A refusal comes from the machine itself, or from a firewall, and `unreachable` from a system that \
             knows no way there.",
};
