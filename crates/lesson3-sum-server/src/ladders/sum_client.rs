//! Help with `sum-client`: a request, and a reply that may be anything.

use grader::Ladder;

pub(super) const REQUEST: Ladder = Ladder {
    checks: &[
        "prints-the-sum",
        "sends-negative-numbers",
        "sends-numbers-in-plain-form",
        "sends-the-largest-and-the-smallest",
    ],
    question: "Somebody types `+05` and `-3`: which bytes does the server have to get?",
    call: "`i64`: it parses what was typed, and its Display writes the plain form. clap's \
           `allow_negative_numbers`, without which `-3` is an option. `TcpStream::connect`, then one `write_all`: \
           two writes may become two packets, see tcp(7).",
    sketch: "in `request`: text = a, one space, b, written from the two i64; in `lines` a newline behind it\n\
             in `send`: connect, write_all, and return the stream for the reply\n\
             in `read_line`: read up to the newline, then `sum_in`\n\
             the sum is an i64 as well, and main prints it",
    learnt: "A sender writes its data in the one form that the protocol names, whatever form it had before.",
};

pub(super) const FIRST_REPLY: Ladder = Ladder {
    checks: &[
        "joins-a-reply-in-pieces",
        "stops-at-the-first-reply",
        "prints-one-reply-of-several",
    ],
    question: "The reply comes byte by byte, more comes behind it, and the server does not close: when are you \
               done?",
    call: "`BufRead::read_until(b'\\n', …)` through take(LONGEST + 1): it returns at the first newline, in however \
           many reads that is, and leaves the rest in the BufReader. A `read_to_end` would wait until the server \
           closes.",
    sketch: "in `read_line`: an empty Vec, and one read_until through the limit\n\
             take the newline off its end, and a `\\r` before that\n\
             sum::sum_in of what is left\n\
             read no more, and wait for no close",
    learnt: "The framing says when a reply is whole; the size of a read, a pause or a close do not.",
};

pub(super) const BROKEN_REPLY: Ladder = Ladder {
    checks: &[
        "refuses-a-reply-that-is-cut-off",
        "says-that-there-was-no-reply",
        "says-that-the-connection-was-reset",
    ],
    question: "You have read `12`, and the server has closed: is the sum 12?",
    call: "What `read_until` leaves in the Vec at the end of file: nothing, or bytes without a `\\n`. Only the \
           `\\n` proves that the line is whole. And its Err: ConnectionReset, see recv(2), is a failure to report, \
           no panic.",
    sketch: "in `read_line`: an error of read_until becomes Err with its words (map_err)\n\
             strip_suffix of the newline gives Some(text): the line is whole, sum_in reads it\n\
             None, and the Vec is empty: Err, there was no reply\n\
             None otherwise: Err, the reply was cut off",
    learnt: "What has no end may be the first half of something else, so half a reply is an error and never a \
             smaller number.",
};

pub(super) const STRANGE_REPLY: Ladder = Ladder {
    checks: &[
        "shows-the-servers-error",
        "refuses-a-reply-that-is-no-number",
    ],
    question: "The line from the server is whole: what else than a sum may it be?",
    call: "`strip_prefix(b\"error: \")` of the bytes; for the rest `std::str::from_utf8` and \
           `str::parse::<i64>()`, whose Err is a reply that is no number. `escape_ascii` makes a stranger's bytes \
           fit for a terminal.",
    sketch: "in `sum_in`: behind `error: ` stands the reason: Err(reason), and main writes `error: ` in front\n\
             else the whole reply must parse as an i64, untrimmed\n\
             no integer, or nothing at all: Err, with what came instead",
    learnt: "To a client the server is a stranger, too, so it checks a reply before it believes it.",
};

pub(super) const CONNECTING: Ladder = Ladder {
    checks: &["says-that-nobody-listens", "connects-over-ipv6"],
    question: "When connect fails, what has your user a right to know, and does it matter of which kind the \
               address was?",
    call: "`TcpStream::connect`, which is socket(2) and connect(2): it takes a SocketAddr of either kind and makes \
           the socket that fits. Where nobody listens, it returns Err with ConnectionRefused.",
    sketch: "in `send`: connect to the SocketAddr as it is; do not take it apart\n\
             Err becomes a String with map_err: the address, and what the error says\n\
             ? hands it to main, which prints `error: …` and ends with status 1",
    learnt: "Where nobody listens connect itself fails, over IPv4 and IPv6 alike, before a byte of the request has \
             been sent.",
};

pub(super) const SIZES: Ladder = Ladder {
    checks: &[
        "client-fixed-reads-nine-bytes",
        "client-fixed-refuses-bad-replies",
        "client-length-reads-the-length-first",
        "client-length-refuses-bad-replies",
        "client-asks-for-random-numbers",
    ],
    question: "Before you read on: how many bytes are still missing, and who has said so?",
    call: "`Read::read_exact`: 1 and 8 bytes in `fixed`, 2 in `length` and then as many as these say. \
           UnexpectedEof is a reply that was cut off. Numbers go out with `to_be_bytes` and come in with \
           `from_be_bytes`, see byteorder(3).",
    sketch: "fixed: send a and b, 8 bytes each; then fill a status and 8 bytes\n\
             status 0: the sum; 1: Err(`overflow`); any other: Err, too\n\
             length: send the text's length as a u16, and the text, in one write\n\
             then fill two bytes, and a Vec of the length in them; `sum_in` reads that\n\
             read_exact has failed: Err, and nothing is printed",
    learnt: "Where the size comes before the data, a reader takes just so many bytes, and fewer are no reply.",
};

pub(super) const ENDED_REQUEST: Ladder = Ladder {
    checks: &[
        "client-shutdown-ends-its-request",
        "client-shutdown-refuses-bad-replies",
    ],
    question: "The server answers when your request has ended: how do you tell it so, and keep the connection for \
               its reply?",
    call: "`TcpStream::shutdown(Shutdown::Write)`, see shutdown(2): the server reads an end of file, and you can \
           still read. A drop would end both directions. Then `read_to_end`, through a limit, until the server has \
           closed.",
    sketch: "in `request`: the text alone, without a newline; in `send`: write_all of it\n\
             where the framing is `shutdown`, shut the sending side then\n\
             in `read_to_end`: read to the end of file; an error of the read is Err\n\
             nothing came: Err; else `sum_in` says what it is",
    learnt: "A shutdown of the sending side says `that was all` and leaves the way back open for the reply.",
};
