//! The help in steps for whoever is stuck: a ladder for each idea of the lesson.

use grader::Ladder;

pub(crate) const LADDERS: &[Ladder] = &[
    // A server's sockets.
    Ladder {
        checks: &[
            "greets-a-client-by-its-address",
            "greets-one-client-after-the-other",
            "serves-the-next-client",
            "unix-serves-the-next-client",
        ],
        question: "Which of your sockets belongs to one client, which one to all of them, and how long must each live?",
        call: "accept(2): it returns a pair, a new socket for this client alone, and the client's address. The \
               listener stays as it was. Of the address, `as_socket()` makes a SocketAddr, and its `ip()` has neither \
               port nor brackets.",
        sketch: "for ever:\n  accept: a socket for this client, and its address\n  talk with the client on this socket \
                 (the greeter: write one line)\n  drop this socket; the listener stays for the next turn",
        learnt: "Each accept makes a new socket for one client, and the listening socket, which never carries a byte, \
                 goes on waiting for the next one.",
    },
    Ladder {
        checks: &[
            "greeter-announces-itself-on-one-line",
            "echo-server-announces-itself-on-one-line",
            "udp-echo-server-announces-itself-on-one-line",
            "unix-announces-itself-on-one-line",
        ],
        question: "Who reads your line on stdout, what for, and which part of your program knows the address that \
                   belongs in it?",
        call: "getsockname(2), here `local_addr()`, called after bind: with port 0 only the socket knows which port \
               the kernel has chosen. (A path is announced as it was given.) Then `flush()`: Rust's stdout keeps a \
               line that has no newline yet.",
        sketch: "bind, then listen (UDP does without)\nask the socket for its address, and return it beside the \
                 socket\nmain prints `listening on ADDR` with a newline, once, and flushes\nall that you add yourself: \
                 log(…), which is stderr",
        learnt: "A server can be reached once it listens, not once it has started, so it says so itself, with the \
                 address that it really has.",
    },
    Ladder {
        checks: &[
            "greets-an-ipv6-client",
            "echoes-over-ipv6",
            "connects-over-ipv6",
            "echoes-datagrams-over-ipv6",
            "unix-echoes-one-line",
        ],
        question: "Which of the nine steps ask what kind of address you have, and which are the same for every kind?",
        call: "socket(2), here `Socket::new(domain, type, None)`: the domain must be the address's own. \
               `Domain::for_address(addr)` finds it for IP; a path takes Domain::UNIX and `SockAddr::unix(path)`. With \
               a domain that does not fit, bind and connect fail.",
        sketch: "domain = the family of the address that was given\nsocket = Socket::new(domain, stream or datagram, \
                 None)\nbind or connect to this very address, as a SockAddr\n(the greeter shows the client's `ip()`: \
                 no brackets)",
        learnt: "A socket has one family from its first moment, and apart from that IPv4, IPv6 and Unix-domain sockets \
                 are used with the same calls.",
    },
    Ladder {
        checks: &[
            "greeter-stays-on-the-loopback",
            "echo-server-stays-on-the-loopback",
            "udp-echo-server-stays-on-the-loopback",
        ],
        question: "From which machines can your server be reached now, and which line of your program decides that?",
        call: "bind(2): the address that you give it, not only the port. 127.0.0.1 and ::1 are reached from this \
               machine alone; 0.0.0.0 and :: stand for every address that the machine has.",
        sketch: "clap has made a SocketAddr of ADDR: IP and port\nbind to all of it: `&addr.into()`\nannounce what \
                 local_addr() says, so that you see where you are",
        learnt: "The address in bind decides at which of the machine's addresses a server is there, and so who can \
                 reach it.",
    },
    Ladder {
        checks: &[
            "greeter-says-that-the-port-is-taken",
            "echo-server-says-that-the-port-is-taken",
            "udp-echo-server-says-that-the-port-is-taken",
            "says-that-nobody-listens",
        ],
        question: "What does the system tell the second server on a port, what a client that finds no server there, \
                   and how far up in your program does the news come?",
        call: "bind(2) or listen(2) fails with EADDRINUSE (`AddrInUse`), connect(2) with ECONNREFUSED \
               (`ConnectionRefused`). With UDP leave SO_REUSEADDR out: on Linux two servers that set it share the \
               port.",
        sketch: "in listen, open and connect: `?` behind each call, no unwrap\nno second try, and no other port\nmain \
                 gets the error: a line `error: …` on stderr\nand returns ExitCode::FAILURE",
        learnt: "Who has a port is known to the kernel, and it refuses by itself: a second bind where somebody is, and \
                 a connection where nobody is.",
    },
    Ladder {
        checks: &["greeter-restarts-at-once", "echo-server-restarts-at-once"],
        question: "The server is dead. Who on this machine still remembers its last conversation, and what for?",
        call: "setsockopt(2) with SO_REUSEADDR, here `set_reuse_address(true)`, and the moment of the call: it is bind \
               that looks at the option. Behind `#[cfg(not(windows))]`: under the same name Windows has something \
               else.",
        sketch: "a new socket\nexcept on Windows: allow an address to be used again\nbind\nlisten",
        learnt: "Whoever closes first keeps the connection in TIME_WAIT for a while, and on Unix a server that has set \
                 SO_REUSEADDR may bind to its port all the same.",
    },
    Ladder {
        checks: &[
            "greeter-refuses-an-address-that-is-none",
            "echo-server-refuses-an-address-that-is-none",
            "refuses-an-address-that-is-none",
            "udp-echo-server-refuses-an-address-that-is-none",
            "unix-needs-a-path",
            "takes-a-message-that-begins-with-a-dash",
        ],
        question: "Who should notice that an argument is no good: the code that uses it, or the code that reads it?",
        call: "clap's `Arguments::parse()`, and the types in `Arguments`: it says what is wrong, and ends with status \
               2. A SocketAddr is an IP address and a port, never a name; what is no Option and has no default is \
               required; `--` ends the options.",
        sketch: "the servers: addr: SocketAddr, not String\nthe Unix server: path: PathBuf, no Option, no default\nthe \
                 client: message: Option<OsString>, which may come after `--`\nin main: parse(), and nothing of your \
                 own",
        learnt: "Sockets take addresses and not names: a socket address is an IP address with a port from 0 to 65535, \
                 and a name must be looked up first.",
    },
    // Bytes.
    Ladder {
        checks: &[
            "echoes-one-line",
            "echoes-a-second-message",
            "echoes-several-writes-at-once",
            "echoes-every-size-of-message",
        ],
        question: "After a read, which bytes of your buffer are the client's, and what says whether there will be \
                   more?",
        call: "`read`, see recv(2): the number that it returns. 1 to n bytes have come, where n is the buffer's \
               length; only 0 is an end. A Vec from with_capacity has length 0, and a read into it returns 0 at once.",
        sketch: "a buffer that has a length, for example [0; 4096]\nagain and again:\n  count = read into the \
                 buffer\n  0: leave the loop\n  more: write_all the first `count` bytes, to the same socket",
        learnt: "TCP keeps the order of the bytes but not the borders between writes, so one read may bring half a \
                 message, or three.",
    },
    Ladder {
        checks: &[
            "echoes-text-without-a-newline",
            "echoes-byte-by-byte",
            "echoes-a-character-cut-in-two",
        ],
        question: "Between a byte's arrival and your answer, which of your calls can hold it back, and until when?",
        call: "`read_line` waits for a newline, `read_exact` for a full buffer, `read_to_end` for the end of file, a \
               BufWriter for its flush, a String for the rest of a character. A plain `read`, recv(2), waits for one \
               byte.",
        sketch: "call `read` itself, on the socket\nwhat came, be it one byte or half a character, goes back in the \
                 same turn\nno String and no BufWriter between read and write_all",
        learnt: "A read returns as soon as one byte is there: to wait for a line or a full buffer is a program's own \
                 wish, and TCP knows of neither.",
    },
    Ladder {
        checks: &[
            "echoes-white-space-unchanged",
            "echoes-every-byte-value",
            "echoes-every-byte-value-in-a-datagram",
            "unix-echoes-every-byte-value",
            "prints-every-byte-value",
        ],
        question: "If somebody sent you a picture instead of words, which step of your program would notice?",
        call: "`read` and `write_all`, or `recv_from` and `send_to`: they take slices of u8. Every detour loses \
               something: from_utf8 fails at 0xff, from_utf8_lossy replaces it, trim and lines take bytes away, \
               println! adds one.",
        sketch: "the buffer stays [u8], from the one call to the other\n`&buffer[..count]` goes out as it came in\nto \
                 stdout, too: write_all, not print!",
        learnt: "A socket carries bytes, and whether they mean a character or the end of a line is between the two \
                 programs alone.",
    },
    Ladder {
        checks: &[
            "sends-everything-back-before-it-closes",
            "closes-an-empty-conversation",
            "is-idle-after-its-client",
            "unix-sends-everything-back-before-it-closes",
        ],
        question: "A client has said all that it wants to say: what do your reads return from then on, and what may it \
                   still be waiting for?",
        call: "recv(2): a return value of 0, now and for ever; never \"nothing yet\". A client that has called \
               shutdown(2) can still read. Your own end of file goes out with the drop of the last handle, and each \
               `try_clone` is a handle.",
        sketch: "Ok(0): return, also where it is the very first read\n(whatever came before it has been sent back by \
                 then)\nthe caller drops the socket: the client reads the rest, and then its end of file\nthe caller \
                 accepts the next client",
        learnt: "The two directions of a connection end one by one: who has finished sending may still be listening.",
    },
    Ladder {
        checks: &[
            "echoes-8-mib-to-a-late-reader",
            "unix-echoes-8-mib-to-a-late-reader",
        ],
        question: "The client does not read, and every buffer on the way is full: where are the bytes that you still \
                   have to send, and who is waiting for whom?",
        call: "`write`, see send(2): it returns how many bytes the kernel took, perhaps fewer than you gave. On a \
               blocking socket `write_all` goes on until the kernel has them all; on a non-blocking one it fails with \
               WouldBlock on the way.",
        sketch: "after each read: write_all(&buffer[..count]), however long it takes\nread on only then: the client's \
                 own writes wait meanwhile\nor by hand: while bytes are left, write, and cut off as many as were taken",
        learnt: "A reader that is slow stops its writer once the buffers between them are full, and no byte is lost as \
                 long as the writer counts what each write took.",
    },
    // Rude clients, and a busy machine.
    Ladder {
        checks: &[
            "greets-on-after-rude-clients",
            "survives-a-reset",
            "survives-a-client-that-vanishes",
            "unix-survives-a-client-that-vanishes",
            "survives-a-sender-that-has-gone",
        ],
        question: "Follow an error of one client upwards through your functions: where does it stop, and who is served \
                   after that?",
        call: "The result of every call for one client: read fails with ECONNRESET, write with EPIPE on Unix (Windows \
               has other errors), `peer_addr` can fail as well. On Windows an answer to a sender that has gone is an \
               error of a later `recv_from`.",
        sketch: "match what read, write_all and send_to return; no unwrap, and no `?` that reaches main\nInterrupted: \
                 the same call again\nanother error: a line on stderr, and this conversation is over\nthe loop around \
                 accept, or recv_from, goes on",
        learnt: "An error on the way to one peer, a reset or a broken pipe, tells of this peer alone: the listener and \
                 everybody else are as well as before.",
    },
    Ladder {
        checks: &[
            "greeter-gives-every-descriptor-back",
            "gives-every-descriptor-back",
            "unix-gives-every-descriptor-back",
        ],
        question: "Ten clients have come and gone: how many sockets does your server have open, and what closes one?",
        call: "close(2): in Rust the drop of the last handle. shutdown(2) ends the sending and keeps the descriptor; \
               `try_clone` makes one more.",
        sketch: "a client's socket belongs to the turn of the loop, or the function, that serves it\nno Vec that \
                 collects sockets, and no clone that stays behind\nwhen the conversation returns, after an error too, \
                 it is dropped",
        learnt: "A shutdown ends a conversation but keeps its descriptor, and only closing the last handle gives that \
                 back.",
    },
    Ladder {
        checks: &[
            "greeter-survives-the-loss-of-all-descriptors",
            "survives-the-loss-of-all-descriptors",
            "unix-survives-the-loss-of-all-descriptors",
        ],
        question: "An accept fails while somebody waits in the queue: what comes of calling it again at once, and what \
                   of never calling it again?",
        call: "accept(2): it fails with EMFILE (\"too many open files\"), at once, as often as you ask while no \
               descriptor is free. The client stays in the queue.",
        sketch: "where accept answers Err(error):\n  say so on stderr\n  sleep for a moment, for example 50 ms\n  \
                 accept again: no unwrap, no break, no return",
        learnt: "A client whose accept fails stays in the kernel's queue, so a server that is short of descriptors has \
                 only to try again later.",
    },
    Ladder {
        checks: &[
            "greeter-waits-without-using-the-processor",
            "waits-for-a-silent-client",
            "waits-for-datagrams-without-using-the-processor",
            "unix-waits-without-using-the-processor",
        ],
        question: "Nothing happens for a minute: on which line does your program stand, and how often does that line \
                   run?",
        call: "accept(2), read(2) and recvfrom(2) on a blocking socket, as each new one is: they return when there is \
               something. After `set_nonblocking(true)` they return at once, with WouldBlock.",
        sketch: "leave the sockets blocking\ncall accept, read or recv_from, and let it wait\nno loop that asks again \
                 after WouldBlock, and no tiny timeout",
        learnt: "Waiting in a blocking call costs nothing: the kernel runs other programs meanwhile, and wakes yours \
                 when something has come.",
    },
    // The client.
    Ladder {
        checks: &[
            "prints-what-comes-back",
            "sends-the-message-as-it-is",
            "sends-stdin-where-there-is-no-message",
        ],
        question: "Which of the nine steps are a client's, and by which one does the server learn that nothing more \
                   will come?",
        call: "connect(2), `write_all`, then shutdown(2) with `Shutdown::Write`: the server's read returns 0, and it \
               can still answer. writeln! and println! send a byte that is not in the message.",
        sketch: "connect: a stream socket, connect, no bind\nsend_all: write_all(&buffer[..count]) in each turn; after \
                 the loop the shutdown\nprint_next: read once, write that to stdout, flush, return how many\noutcome: \
                 Some(Ok(())) as soon as all that was sent has come back",
        learnt: "A client needs no bind, since connect finds it an address and a port, and its shutdown ends what it \
                 says but not the conversation.",
    },
    Ladder {
        checks: &[
            "joins-a-reply-that-comes-in-pieces",
            "stops-without-waiting-for-the-server-to-close",
            "connects-even-for-an-empty-message",
        ],
        question: "The reply has no mark at its end, and the server need not close: which two numbers tell you that \
                   you have all of it?",
        call: "`read`, see recv(2): the sum of what it returned, not how often you called it. An echo is as long as \
               its message. A message of 0 bytes has its whole answer before the first read.",
        sketch: "outcome(printed, total, closed):\n  total is not known yet: None\n  printed has reached total, 0 of 0 \
                 too: Some(Ok(()))\n  otherwise None, as long as more can come",
        learnt: "TCP does not mark where a reply ends, so the two programs need a rule for it: here, as many bytes as \
                 were sent.",
    },
    Ladder {
        checks: &[
            "says-how-many-bytes-came-before-an-early-end",
            "says-how-many-bytes-came-before-a-reset",
            "reads-stdin-to-its-end-after-an-early-close",
        ],
        question: "N of M bytes: which event makes N final, which one M, and must they come in that order?",
        call: "N: recv(2) returns 0, or an error such as ECONNRESET. M: stdin is at its end. A write that fails, \
               send(2) with EPIPE or ECONNRESET, decides neither.",
        sketch: "print_next: Ok(0), and each error of the socket but Interrupted: 0, nothing more comes\nsend_all: \
                 count a piece of stdin first, then send it\n  once a write has failed: send no more, count on to the \
                 end\noutcome: closed, and printed smaller than the total that is known: the error line",
        learnt: "That a server has left early is seen by reading, as 0 bytes or a reset; a first write may still \
                 succeed, and only the next one fail.",
    },
    Ladder {
        checks: &["prints-bytes-as-they-come"],
        question: "A program gives you half a line and waits for its echo: where in your client can these bytes get \
                   stuck, on the way out and on the way back?",
        call: "On the way out: `read` on stdin returns what is there, read_to_end only at the end. On the way back: \
               `Stdout::flush`, since what has no newline yet stays in Rust's stdout.",
        sketch: "send_all: what one read of stdin brought is sent in the same turn\nprint_next: write to stdout what \
                 one read of the socket brought, and flush each time\nnothing is collected for later in between",
        learnt: "Whoever waits for an answer must first empty every buffer of its own: what is held back here cannot \
                 be answered there.",
    },
    Ladder {
        checks: &[
            "sends-8-mib-while-it-reads",
            "sends-8-mib-to-a-server-that-answers-each-4-kib",
        ],
        question: "You write, the server writes back, and nobody reads: how long does that go well, and who could end \
                   it?",
        call: "send(2) on a blocking socket: it waits while the buffers on the way are full, and so does the server's. \
               Only a recv(2) makes room: in another thread, on its own handle to the same connection (`try_clone`).",
        sketch: "send_all only sends, in one thread\nprint_next only receives, in the other\nneither waits for the \
                 other before it goes on\nthe main thread counts what both tell it",
        learnt: "Two programs that both write without reading wait for each other for ever once the buffers between \
                 them are full.",
    },
    // Datagrams.
    Ladder {
        checks: &["echoes-one-datagram", "answers-each-sender"],
        question: "Which of the nine steps make a connection, and what tells you, without one, who has spoken?",
        call: "recvfrom(2), here `recv_from`: it returns a pair, the length and the sender's address. Then `send_to` \
               on the same socket, so that the answer comes from the address that was asked. After a connect you would \
               hear one sender only.",
        sketch: "open: a datagram socket, bind, local_addr; nothing else\nanswer: (count, sender) = recv_from(buffer)\n\
                 send the first `count` bytes to this sender, with send_to, from the same socket",
        learnt: "A UDP socket that is not connected hears everybody, and each datagram brings its sender's address \
                 along.",
    },
    Ladder {
        checks: &[
            "keeps-datagrams-apart",
            "echoes-an-empty-datagram",
            "echoes-every-size-of-datagram",
        ],
        question: "What is the smallest number that recv_from can return, what is the largest, and what does each \
                   mean?",
        call: "recvfrom(2): one call takes one datagram. 0 is a datagram without a byte; the largest over IPv4 has \
               65,507. What has no room in the buffer is lost, on Unix without a word, on Windows with an error.",
        sketch: "one buffer for the largest datagram, made once\none recv_from, then one send_to with just as many \
                 bytes\n0 bytes are sent back like any other number\nnothing is kept for the next turn",
        learnt: "UDP keeps the borders that TCP does not: one receive is one datagram, and 0 bytes are a message, not \
                 an end.",
    },
    // A socket that is a file.
    Ladder {
        checks: &[
            "unix-replaces-a-stale-socket",
            "unix-leaves-a-live-socket-alone",
            "unix-leaves-a-busy-socket-alone",
        ],
        question: "The file at your path does not tell whether its server lives: how can you find out, without waiting \
                   for anybody?",
        call: "connect(2) on a non-blocking socket. ECONNREFUSED (`ConnectionRefused`): nobody listens. Success: \
               somebody does. `WouldBlock`: on Linux, a server whose queue is full (macOS refuses then, too). Only the \
               first one allows unlink(2), here `fs::remove_file`.",
        sketch: "remove_stale, where there is a socket file:\n  a new Unix socket, set to non-blocking, connects to \
                 the path\n  ConnectionRefused: remove the file\n  success, or any other error: leave it alone, \
                 Ok(())\nbind comes after that, and finds out whether the path is free",
        learnt: "The file of a Unix-domain socket outlives its server, bind never replaces it, and only a refused \
                 connection says that nobody listens there.",
    },
    Ladder {
        checks: &["unix-leaves-other-files-alone"],
        question: "What else than a socket may there be at your path, and do you ask about that very thing, or about \
                   something behind it?",
        call: "lstat(2), here `fs::symlink_metadata`, speaks of a link itself; stat(2), `fs::metadata`, of what it \
               leads to. Whether that is a socket, `is_socket()` of std's FileTypeExt tells.",
        sketch: "remove_stale begins with symlink_metadata(path)\n  a socket: go on, and ask whether anybody \
                 listens\n  anything else, or nothing at all: Ok(()), touch nothing\nbind makes the file, or says that \
                 the path is taken",
        learnt: "A refused connection proves a stale socket only where there is a socket: on Linux an ordinary file \
                 refuses, too.",
    },
];
