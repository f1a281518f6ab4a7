//! Help with `sum-server`: from listening to a good end.

use grader::Ladder;

pub(super) const LISTENING: Ladder = Ladder {
    checks: &[
        "announces-itself-on-one-line",
        "says-that-the-port-is-taken",
        "stays-on-the-loopback",
        "serves-over-ipv6",
    ],
    question: "Once a socket listens, which address does it have: in every case the one that you asked for?",
    call: "`TcpListener::bind`, which is socket(2), bind(2) and listen(2) in one: it takes a SocketAddr of either \
           kind, and fails with AddrInUse where the port is taken. Then `local_addr()`, see getsockname(2): if you \
           asked for port 0, only that knows the port.",
    sketch: "in `listen`: bind the address that was given, as it is; an error goes up with ?\n\
             bound = local_addr of the listener\n\
             return both: main prints the one line, or the error, and you print nothing on stdout\n\
             whatever else you have to say goes through `log`",
    learnt: "A listening socket has one address, of one family, and where the system chose the port, only the \
             socket can tell it.",
};

pub(super) const PIECES: Ladder = Ladder {
    checks: &[
        "adds-the-numbers-on-a-line",
        "adds-numbers-cut-anywhere",
        "adds-numbers-that-come-byte-by-byte",
    ],
    question: "A read has brought `20 2`: is that the whole request, and what would tell you?",
    call: "`BufRead::read_until(b'\\n', &mut line)`: it calls recv(2) as often as it takes, appends all bytes up \
           to the newline, and the newline, and returns how many these are. A bare `read` returns as soon as one \
           byte is there.",
    sketch: "in `serve_lines`: a loop, and in it an empty Vec\n\
             read_until the newline, into the Vec; 0 bytes are the end: Ok(None)\n\
             take the line end off, and give the rest to sum::reply_to\n\
             send its text and a newline, in one write",
    learnt: "TCP keeps the order of the bytes, not the borders between writes, so a reader goes on until the bytes \
             themselves say that a message is whole.",
};

pub(super) const ONE_READER: Ladder = Ladder {
    checks: &[
        "answers-a-second-request",
        "answers-requests-that-come-at-once",
        "answers-a-request-and-a-half",
        "answers-random-requests-cut-at-random",
    ],
    question: "One read has brought a request and a half: where is the half while you answer, and is it still \
               there afterwards?",
    call: "`BufReader`: it takes up to 8 KiB from the socket at once and gives out what you ask for, so the rest \
           is in it and nowhere else. `get_ref()` is the socket, for writing only. And `Vec::clear` or a new Vec, \
           since read_until appends.",
    sketch: "`converse` makes one BufReader for the whole conversation: use that, make no other\n\
             let client = *reader.get_ref(); and never read from it\n\
             each time round: an empty Vec, one line out of the reader, one reply\n\
             reply before you read on: the next line may come in an hour",
    learnt: "What stands behind a whole message is the beginning of the next, and waits in a buffer that lives as \
             long as the conversation.",
};

pub(super) const LINE_ENDS: Ladder = Ladder {
    checks: &[
        "ignores-a-carriage-return",
        "joins-a-carriage-return-and-its-newline",
        "answers-a-last-line-without-a-newline",
        "refuses-an-empty-line",
    ],
    question: "An empty line, a last line without a newline, and no line at all: how do they differ in your \
               buffer, before you take anything off?",
    call: "What `read_until` has left in the Vec: nothing at the end of file, a lone `\\n` for an empty line, and \
           bytes without a `\\n` where the client has ended behind them. Look for a `\\r` only then: it may have \
           come alone.",
    sketch: "the Vec is empty: the end of file, so Ok(None) and no reply\n\
             else pop one `\\n` off its end, if it ends with one\n\
             then pop one `\\r` off its end, if it ends with one\n\
             the rest is the request; an empty one is answered as well, with an error",
    learnt: "A line ends with `\\n` or with `\\r\\n`, as its sender likes, and the last one may end with the \
             stream.",
};

pub(super) const WHEN_A_CLIENT_ENDS: Ladder = Ladder {
    checks: &[
        "closes-when-the-client-has-ended",
        "serves-the-next-client",
        "waits-for-a-silent-client",
        "is-idle-after-its-client",
        "gives-every-descriptor-back",
    ],
    question: "One client says nothing yet, another will never say anything again: how does your program know, and \
               what does it do in each case?",
    call: "`read`, see recv(2), and everything that is built on it: a blocking one sleeps while nothing comes. 0 \
           bytes are the end of file; who reads again gets 0 again, at once. close(2) is the drop of the last \
           handle, so count each `try_clone()`.",
    sketch: "in `serve_lines`: no byte where a line should begin is Ok(None), not another try\n\
             `converse` returns then, and the stream is dropped: that is the close\n\
             `serve` goes on to the next accept\n\
             keep no handle of a client in a list, and leave its socket blocking",
    learnt: "A read of 0 bytes says that the other side will send no more, and a connection is closed when its \
             last handle is dropped.",
};

pub(super) const TWO_WORDS: Ladder = Ladder {
    checks: &[
        "takes-any-number-of-spaces-and-tabs",
        "refuses-one-number-and-three",
        "refuses-other-white-space",
    ],
    question: "Which bytes may stand between the numbers, and does the function that you split with know just \
               these?",
    call: "`split` of a slice, with a closure that says yes to a space and to a tab, and `filter` for the empty \
           pieces. `split_whitespace` and `trim` of a str say yes to more: `\\r`, a form feed, a no-break space.",
    sketch: "in `add_text`: words = the slice, split at each space and each tab, without empty pieces\n\
             ask for a first word, a second one, and a third\n\
             two and no third: both must be integers, then `add`\n\
             anything else: Err, with a reason in one line",
    learnt: "A protocol says which bytes may separate words, and a library's idea of white space is often a wider \
             one.",
};

pub(super) const INTEGERS: Ladder = Ladder {
    checks: &[
        "adds-negative-numbers",
        "takes-plus-signs-and-leading-zeros",
        "refuses-what-is-no-integer",
        "refuses-what-is-no-text",
        "refuses-numbers-that-do-not-fit",
        "answers-every-kind-of-request-at-random",
    ],
    question: "A word has come from a stranger: what can it be that is no integer, and which step of yours finds \
               that out?",
    call: "`std::str::from_utf8`, then `str::parse::<i64>()`: a sign or none, ASCII digits, and the range, nothing \
           else. Both return a Result. `read_line` would fail at bytes that are no UTF-8, and the conversation \
           with it; `read_until` does not.",
    sketch: "a function of your own: from one word, as bytes, to an i64 or a reason\n\
             from_utf8 of the word; what is no UTF-8 is no integer\n\
             parse of that text, untrimmed\n\
             a failure is Err(reason): reply_to makes a reply of it, and the next request is read",
    learnt: "A network carries bytes, not text or numbers, and a request that is nonsense is answered, not \
             believed and not a reason to break off.",
};

pub(super) const OVERFLOW: Ladder = Ladder {
    checks: &[
        "adds-the-largest-and-the-smallest",
        "says-overflow-both-ways",
    ],
    question: "Both numbers fit into 64 bits: must their sum, and what does `+` do where it does not?",
    call: "`i64::checked_add`: it returns None where the sum does not fit. A plain `+` panics in a debug build and \
           gives a wrong sum in a release build, and an f64 has not enough digits for the largest numbers.",
    sketch: "in `add`: both numbers are i64, and the sum is, too\n\
             checked_add gives Some(sum): Ok\n\
             it gives None: Err with the one word `overflow`\n\
             `reply_to` writes `error: ` in front, and the conversation goes on",
    learnt: "Numbers in a protocol have a size, so it must say what the reply is when a result does not fit.",
};

pub(super) const LONGEST_LINE: Ladder = Ladder {
    checks: &[
        "takes-a-line-of-1024-bytes",
        "refuses-a-line-of-1025-bytes",
        "counts-the-carriage-return",
        "answers-what-came-before-a-long-line",
        "bounds-its-memory",
        "shutdown-refuses-more-than-1024-bytes",
    ],
    question: "A client sends and sends, and never a newline: at which byte do you know enough to say no?",
    call: "`Read::take(LONGEST as u64 + 1)` on the BufReader, a new one for each line: behind it `read_until` and \
           `read_to_end` end after that many bytes, as at the end of a file, without waiting for more. Look at how \
           many came, and at the last one.",
    sketch: "read one line, or in `shutdown` the whole request, through take(LONGEST + 1)\n\
             `lines`: LONGEST + 1 bytes, and the last is no `\\n`: the line is too long\n\
             `shutdown`: LONGEST + 1 bytes are too long, whatever they are\n\
             count before you take `\\n` or `\\r` off\n\
             too long: return Ok(Some(`error: line too long`)), in `lines` with its `\\n`\n\
             `converse` sends that and ends; the replies before it are sent already",
    learnt: "A message without a largest size lets one client fill the server's memory, so a reader sets a limit \
             before it reads.",
};

pub(super) const FAREWELL: Ladder = Ladder {
    checks: &["lets-the-client-read-its-last-replies"],
    question: "You have sent your last reply, and the client is still sending: what becomes of its bytes if you \
               close now, and what of your reply?",
    call: "close(2) while bytes are unread may send a reset. So `shutdown(Shutdown::Write)` first, see \
           shutdown(2): an end of file for the client, and you can still read. `set_read_timeout` bounds one read \
           only, and a timeout of zero is an error.",
    sketch: "in `let_it_read`: shut the sending side; deadline = a second from now\n\
             loop: remaining = deadline - now; nothing remains: Ok(())\n\
             set_read_timeout(remaining), then read and throw away\n\
             0 bytes, or an error: Ok(())\n\
             returning closes the connection",
    learnt: "A close while bytes of the other side are unread can be a reset, and a reset can destroy a reply that \
             was already sent.",
};

pub(super) const FIXED: Ladder = Ladder {
    checks: &[
        "fixed-adds-two-numbers",
        "fixed-joins-a-request-in-pieces",
        "fixed-answers-random-requests",
        "fixed-says-overflow",
        "fixed-closes-after-half-a-request",
    ],
    question: "If each request has 16 bytes, what is left to look for in them, and what if only 15 of them ever \
               come?",
    call: "`Read::read_exact` on the BufReader: it fills the whole buffer, in as many reads as it takes, or fails \
           with UnexpectedEof if the stream ends first. And `i64::from_be_bytes`, `to_be_bytes`: most significant \
           byte first, see byteorder(3).",
    sketch: "in `serve_fixed`: a loop that fills one array of 8 bytes, then another one\n\
             UnexpectedEof in either: Ok(None), without a reply; other errors go up\n\
             sum::add of the two numbers: Ok is status 0 and the sum, Err is status 1 and 0\n\
             reply = 1 byte and 8 bytes, put together and sent in one write",
    learnt: "With a fixed size any byte may be data and nothing marks the end, but both sides must agree on the \
             size and on the order of the bytes.",
};

pub(super) const LENGTH: Ladder = Ladder {
    checks: &[
        "length-adds-two-numbers",
        "length-joins-a-request-in-pieces",
        "length-answers-random-requests",
        "length-refuses-bad-requests",
        "length-closes-after-half-a-request",
    ],
    question: "Two bytes tell how long the text is: what do you know when only the first of them has come?",
    call: "`Read::read_exact`, twice: for the prefix (`u16::from_be_bytes`), then for just as many bytes as it \
           says. It fails with UnexpectedEof if the stream ends first. A length of 0 is a whole message with an \
           empty text.",
    sketch: "in `serve_length`: a loop that fills two bytes; length = the u16 in them\n\
             then a Vec of `length` zeros, and fill that\n\
             UnexpectedEof in either: Ok(None), without a reply\n\
             sum::reply_to of the text as it is: no line end is taken off here\n\
             send the reply's own length and its text, in one write",
    learnt: "With its length in front a message may hold any bytes, and one wrong length puts both sides out of \
             step for good.",
};

pub(super) const LONGEST_LENGTH: Ladder = Ladder {
    checks: &[
        "length-takes-a-text-of-1024-bytes",
        "length-refuses-more-on-the-prefix-alone",
    ],
    question: "A stranger announces 65535 bytes: what does it cost you to believe that, and what do you need to \
               know before you say no?",
    call: "The u16 of the prefix, compared with LONGEST before there is a Vec and before the next `read_exact`, \
           which would wait for all that was announced. LONGEST itself is still allowed.",
    sketch: "in `serve_length`, between the prefix and the text:\n\
             length > LONGEST: return Ok(Some(an error, with its own length in front))\n\
             `converse` sends it, lets the client read it, and closes\n\
             not a byte of the text is read for that",
    learnt: "A length that a stranger sends is a claim, and is checked before any memory or time is spent on it.",
};

pub(super) const SHUTDOWN: Ladder = Ladder {
    checks: &[
        "shutdown-answers-at-the-end",
        "shutdown-says-nothing-before-the-end",
        "shutdown-ignores-one-line-end",
        "shutdown-answers-random-requests",
    ],
    question: "Neither a newline nor a length ends the request: what else can, and does the client still hear you \
               after that?",
    call: "`Read::read_to_end`, through take(LONGEST + 1): it returns at the end of file, which comes when the \
           client has shut its sending side, see shutdown(2). The other direction is still open, so `send` works.",
    sketch: "in `serve_shutdown`: read to the end, through the limit, into an empty Vec\n\
             pop one `\\n` off its end, and then one `\\r` before it; nothing else\n\
             send sum::reply_to of the rest, also of an empty one, without a newline\n\
             Ok(None): the close ends your reply",
    learnt: "The two directions of a connection end separately: whoever has shut the sending side can still read \
             the reply.",
};

pub(super) const RUDE_CLIENTS: Ladder = Ladder {
    checks: &["survives-a-reset", "survives-a-client-that-vanishes"],
    question: "A client disappears in the middle of its request, another before it reads your reply: whose \
               conversation is over, and whose is not?",
    call: "`read` and `write_all`, see recv(2) and send(2): they fail with ConnectionReset, ConnectionAborted or \
           BrokenPipe. A Rust program ignores the signal SIGPIPE of Unix, so it gets an error instead; an `unwrap` \
           of that ends the server for all.",
    sketch: "in each `serve_…`: ? behind every read and every `send`, and no unwrap\n\
             `converse` returns that error, and the stream is dropped\n\
             `serve` logs it and accepts the next client: the skeleton does that already\n\
             no `expect` on what a client sends or does not send, either",
    learnt: "A reset or a failed write is the end of one connection, and no business of the others.",
};

pub(super) const FAILED_ACCEPT: Ladder = Ladder {
    checks: &["survives-the-loss-of-all-descriptors"],
    question: "accept fails because no descriptor is free: is the client lost that knocked, and what happens if \
               you try again at once?",
    call: "`TcpListener::accept`, see accept(2): EMFILE and ENFILE say that no descriptor is free. The connection \
           stays in the queue, so accept fails again at once, and a loop without a pause burns a whole processor. \
           `std::thread::sleep` pauses.",
    sketch: "in `pause_after`: log the error\n\
             sleep for some hundredths of a second\n\
             return: `serve` tries again, and nothing ends the program",
    learnt: "accept can fail for reasons that pass, and the client waits in the kernel's queue meanwhile.",
};

pub(super) const WRONG_USAGE: Ladder = Ladder {
    checks: &["refuses-wrong-arguments", "client-refuses-wrong-arguments"],
    question: "Which mistakes can be found in the arguments themselves, before there is a socket?",
    call: "`clap::Parser::parse()`, which ends the program with status 2 at what does not parse. A SocketAddr is \
           an IP address and a port, never a name; an i64 has its range; the `value_enum` Framing has four words.",
    sketch: "main begins with parse(), and prints nothing before it\n\
             the fields have the types SocketAddr, i64 and Framing: no String that you would parse later\n\
             what is well formed may still fail, in bind or connect: that is status 1",
    learnt: "Whether `127.0.0.1:50000` is an address with a port can be seen without a network, but not whether \
             anybody is there.",
};
