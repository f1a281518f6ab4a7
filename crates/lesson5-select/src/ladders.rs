//! The help in steps for whoever is stuck: a ladder for each idea of the lesson.

use grader::Ladder;

pub(crate) const LADDERS: &[Ladder] = &[
    Ladder {
        checks: &[
            "echoes-one-line",
            "echoes-before-a-newline",
            "echoes-a-second-message",
            "echoes-every-byte",
        ],
        question: "The poller says that a client is readable. What do you know about the bytes that are there, and how \
                   many reads will get them?",
        call: "`(&*self.socket).read(chunk)`, recv(2): up to `chunk.len()` bytes, as many as are there. `Ok(n)` says \
               how many of the chunk are new; the rest of it is old.",
        sketch: "in `Client::read`: read once into the chunk\n\
                 n bytes: owe exactly these, `chunk[..n]`\n\
                 0: note down that the client has ended\n\
                 WouldBlock or Interrupted: nothing to do now; other errors go up",
        learnt: "Readable means that one read would not wait, not how much there is or where a message ends.",
    },
    Ladder {
        checks: &[
            "closes-when-the-client-has-ended",
            "pays-what-it-owes-after-the-end",
            "sleeps-after-its-clients",
            "sleeps-while-it-owes-to-one-that-has-ended",
        ],
        question: "The client has sent its last byte. What does it still want from you, and what will the poller say \
                   of its socket from now on?",
        call: "A read that returns `Ok(0)`, recv(2): the end of file. It does not go away: the socket stays readable, \
               so a level-triggered poller tells of it in each wait.",
        sketch: "0 bytes: has_ended = true, and no error\n\
                 in `interest`: reading only while it has not ended; writing while bytes are owed\n\
                 ended, and nothing owed: `is_done`, so the loop drops the client\n\
                 otherwise stay, write, and wait for room",
        learnt: "An end of file is for one direction and stays readable for ever; the other direction may still work.",
    },
    Ladder {
        checks: &[
            "serves-the-next-client",
            "serves-in-any-order",
            "accepts-many-in-one-wake-up",
            "serves-many-in-one-wake-up",
        ],
        question: "Your program was woken up once. How many sockets can that be about, and how many clients can be \
                   behind the listening one?",
        call: "`Poller::wait`, epoll_wait(2) on Linux and kevent(2) on macOS, fills in all events that fit. accept(2) \
               takes one client out of the queue, and gives `WouldBlock` when it is empty.",
        sketch: "clear the events, wait, then go through all of them\n\
                 the door's key: accept, again and again, until there is nobody (`next_client`)\n\
                 another key: look this client up, and serve it once\n\
                 then wait again, with the door and every client still registered",
        learnt: "One wake-up may bring many events, and one event of a listener may stand for many clients.",
    },
    Ladder {
        checks: &[
            "serves-beside-silent-clients",
            "uses-one-thread",
            "chat-serves-beside-silent-clients",
            "chat-uses-one-thread",
        ],
        question: "Which calls of your program can wait, and for which sockets have you said that they must not?",
        call: "`set_nonblocking(true)`, O_NONBLOCK in fcntl(2) on Unix, is a property of each socket. On Linux an \
               accepted one does not get it from its listener, elsewhere it may.",
        sketch: "in `Door::accept`: accept on the listener\n\
                 make the new socket non-blocking, and switch Nagle's algorithm off\n\
                 only then return it\n\
                 and no thread, no sleep, no second wait anywhere in the loop",
        learnt: "One thread serves many clients if only the poller waits, and each socket must be told not to.",
    },
    Ladder {
        checks: &[
            "sleeps-with-one-client",
            "sleeps-with-500-clients",
            "sleeps-while-a-client-does-not-read",
            "chat-sleeps-while-nobody-talks",
            "chat-sleeps-while-somebody-does-not-listen",
        ],
        question: "At this moment, which news about a client would let you do something, and which would let you do \
                   nothing at all?",
        call: "`set_interest`, epoll_ctl(2) on Linux: almost every socket is writable almost always, and told of in \
               each wait. `wait` sleeps for ever with the timeout `None`, not at all with zero.",
        sketch: "interest in writing: exactly while something is owed\n\
                 interest in reading: while you want bytes from this client\n\
                 after each turn: write what you can, then set the interest anew\n\
                 WouldBlock while writing: keep the rest, back to the poller, no retry",
        learnt: "Interest in what is always ready is a busy loop, so ask for writing only while something is owed.",
    },
    Ladder {
        checks: &[
            "echoes-1-mib",
            "echoes-16-mib-to-a-late-reader",
            "serves-beside-a-client-that-does-not-read",
        ],
        question: "You hand 64 KiB to a socket that has room for 10. Where are the other 54 afterwards, and where do \
                   the bytes of the next read go?",
        call: "`write`, send(2), returns how many bytes were taken, or `WouldBlock` for none. `write_all` fails with \
               `WouldBlock` after a part, and does not say how large that was.",
        sketch: "in `write_to`, while something is owed:\n\
                 write the first part of the ring (`as_slices`)\n\
                 Ok(n): remove n bytes from the front (`drain`)\n\
                 WouldBlock: stop, all is well; Interrupted: again\n\
                 any other error: hand it up\n\
                 new bytes: always behind the old ones (`push`)",
        learnt: "A write takes what there is room for, and the rest must be kept, in order, until there is more.",
    },
    Ladder {
        checks: &["bounds-its-memory", "reads-on-when-the-client-reads-again"],
        question: "A client sends for ever and reads nothing. Whose memory fills up, and which of your calls keeps it \
                   going?",
        call: "read(2), the one that you do not make: the kernel's buffer fills, TCP's window closes, and the client's \
               own write waits. `Owed::len` says when.",
        sketch: "in `interest`: reading only before the end, and while fewer than MOST_OWED bytes are owed\n\
                 work it out anew after each write: owed bytes that shrink bring it back\n\
                 the bytes that you do not read wait in the two kernels",
        learnt: "Not reading is a message: TCP's flow control hands it on, until the sender's own write waits.",
    },
    Ladder {
        checks: &["keeps-its-clients-apart", "keeps-apart-who-comes-after"],
        question: "A client goes and another one comes in the same wake-up. By what do you tell that an event, or a \
                   byte, belongs to the old one?",
        call: "accept(2) on Unix returns the lowest free number, often the one that was just closed. The key in \
               `Event::new(key, …)` is yours to choose.",
        sketch: "a `struct` for each client: socket, owed bytes, how far it has come\n\
                 a key for each: counted up, never used twice\n\
                 an event: look its key up; nobody there: no event\n\
                 a client that is removed takes all that is its own with it",
        learnt: "A descriptor's number may be used again at once, so it does not say whom an old event meant.",
    },
    Ladder {
        checks: &[
            "survives-a-reset",
            "survives-a-reset-with-bytes-owed",
            "survives-clients-that-vanish",
            "chat-survives-resets",
        ],
        question: "The poller told of a client, and you come too late: it is gone. What can each of your next three \
                   calls for it return?",
        call: "read(2) and write(2): `ConnectionReset`, `BrokenPipe`, `ConnectionAborted`. accept(2): `WouldBlock` or \
               `ConnectionAborted`. An event is a hint, the call's result is the truth.",
        sketch: "WouldBlock, Interrupted: not broken, go on\n\
                 any other error of a read or write: remove this client, and return\n\
                 (in the chat, tell the others that it has left)\n\
                 no `?` that leads out of the event loop, no `unwrap` on a client's socket\n\
                 an event whose key nobody has: pass over it",
        learnt: "Between the event and the call a connection may break, and that concerns this connection alone.",
    },
    Ladder {
        checks: &[
            "serves-beside-a-flood",
            "serves-beside-clients-that-come-and-go",
        ],
        question: "One client sends faster than you read. When would \"until nothing is left\" end, and who waits \
                   meanwhile?",
        call: "`PollMode::Level`, see epoll(7): what you leave unread is reported in the next wait. So one recv(2) for \
               each event loses nothing.",
        sketch: "a readable event: one read of at most one chunk, then the next event\n\
                 no loop around the read, none around a write that was refused\n\
                 a loop around accept is fine: its queue is short and has an end",
        learnt: "In one thread each client gets a limited turn, and level triggering brings back what is left.",
    },
    Ladder {
        checks: &[
            "serves-a-thousand-clients",
            "costs-the-same-with-a-thousand",
            "chat-carries-a-crowd",
        ],
        question: "One of a thousand clients speaks. How many of the other 999 does your code touch before it answers?",
        call: "poll(2) and select(2) get the whole list each time. epoll(7) and kqueue(2) keep it in the kernel, and \
               `Poller::wait` returns only who is ready.",
        sketch: "register each client once; `set_interest` only where something changes\n\
                 find it by its key: one look into the map\n\
                 one chunk for reading, made at the start and used for all\n\
                 no table with a fixed number of places\n\
                 in the chat: push to each who must hear it, and write what has gathered at once",
        learnt: "With epoll or kqueue a wake-up costs as much as there are events, however many are silent.",
    },
    Ladder {
        checks: &[
            "gives-every-descriptor-back",
            "chat-gives-every-descriptor-back",
        ],
        question: "In how many ways can a client leave your server, and after which of them is its socket still in a \
                   map, a list or a clone?",
        call: "close(2), by the drop of the last handle: `try_clone` makes a second one. `Watched` has the poller \
               forget the socket first (`Poller::delete`), then closes it.",
        sketch: "one map owns the clients\n\
                 the end of file, with nothing owed: remove it from the map\n\
                 an error: remove it, too\n\
                 in the chat also: cut off, or shown out and its time over",
        learnt: "A connection keeps its descriptor until the last handle is closed, even if its client has gone.",
    },
    Ladder {
        checks: &[
            "survives-the-loss-of-all-descriptors",
            "serves-without-free-descriptors",
            "chat-survives-the-loss-of-all-descriptors",
        ],
        question: "The client at the door cannot be let in, and stays there. What will the next wait tell you, and how \
                   do you do something later in a loop that never sleeps?",
        call: "accept(2) fails with EMFILE on Unix, \"too many open files\", and leaves the client in the queue. The \
               timeout of `Poller::wait` is the place for everything that is to be done later.",
        sketch: "in `close_for_a_moment`: say on stderr what failed\n\
                 take the listener's interest away (CLOSED)\n\
                 if that worked: opens_at = now + PAUSE\n\
                 `patience` and `open_in_time`, already there, do the rest",
        learnt: "An event loop does something later by giving its wait a timeout, and serves the others until then.",
    },
    Ladder {
        checks: &[
            "restarts-at-once",
            "says-that-the-port-is-taken",
            "chat-restarts-at-once",
            "chat-says-that-the-port-is-taken",
        ],
        question: "A port can be held by a server that lives, or by old connections of one that does not. Which of the \
                   two should stop you?",
        call: "bind(2): `AddrInUse`. On Unix SO_REUSEADDR, set before bind, passes over connections in TIME_WAIT, but \
               not over a socket that listens. On Windows the option means something else.",
        sketch: "in `Door::open`: on Unix set_reuse_address(true), before bind\n\
                 bind, then listen; hand any error up\n\
                 in `main`: `error: cannot listen on ADDR: …` on stderr, ExitCode::FAILURE",
        learnt: "Old connections in TIME_WAIT hold a port, and on Unix SO_REUSEADDR lets a server have it again.",
    },
    Ladder {
        checks: &[
            "announces-itself-on-one-line",
            "refuses-wrong-arguments",
            "chat-announces-itself-on-one-line",
            "chat-refuses-wrong-arguments",
        ],
        question: "Another program starts your server, and reads what it says. What does it need, and what would \
                   confuse it?",
        call: "`Door::addr`, getsockname(2): the port that the system chose for port 0. `flush` on stdout. clap ends \
               with status 2, with its message on stderr.",
        sketch: "ADDR has the type SocketAddr, so clap refuses what is none\n\
                 once it listens: `listening on ADDR`, the real one, on stdout; flush\n\
                 everything else: `log`, which writes to stderr",
        learnt: "With port 0 the system chooses the port, and only the bound socket can say which it is.",
    },
    Ladder {
        checks: &[
            "stays-on-the-loopback",
            "serves-over-ipv6",
            "chat-stays-on-the-loopback",
            "chat-serves-over-ipv6",
        ],
        question: "Where does your program decide about the family of its socket, and where about the address that it \
                   is reached at?",
        call: "socket(2) gets the family (`Domain::for_address`), bind(2) an address of the same family. 0.0.0.0 would \
               stand for all IPv4 addresses of the machine.",
        sketch: "the socket's domain: the one of ADDR\n\
                 bind ADDR as it is, with its own address and port\n\
                 print what the socket says that it is bound to",
        learnt: "A socket has one family, and is reached at the address that it is bound to.",
    },
    Ladder {
        checks: &[
            "chat-joins-lines-cut-anywhere",
            "chat-takes-lines-that-come-at-once",
            "chat-drops-an-unfinished-line",
            "chat-passes-the-last-lines-on-first",
        ],
        question: "A read has brought the end of one line, two whole ones and half of another. Which of them can be \
                   said now, and what becomes of the rest?",
        call: "recv(2) knows no lines. `Lines` keeps the bytes of one client between two reads; `position` finds the \
               newline, and `None` from `next_line` means \"not yet\".",
        sketch: "in `next_line`: look at the bytes from `taken` on\n\
                 no newline among them: None, and all of them stay\n\
                 otherwise: the line without its newline, and `taken` moves behind both\n\
                 `hear` asks until None; an end of file comes only in a later read",
        learnt: "What is no whole message yet waits in a buffer of its connection, and an end of file comes last.",
    },
    Ladder {
        checks: &["chat-drops-a-carriage-return", "chat-passes-any-bytes-on"],
        question: "Which bytes of a line belong to its end, and who decides what all the others mean?",
        call: "`strip_suffix(b\"\\r\")` takes one off, `trim_end` all of them and blanks as well. \
               `String::from_utf8_lossy` replaces what is no text.",
        sketch: "the line: the bytes before the newline, as a slice\n\
                 one \\r at its end goes away, if there is one\n\
                 `to_vec`, and nothing else: empty lines, zeros and blanks are lines, too",
        learnt: "What ends a message belongs to the protocol, and all other bytes belong to whoever sent them.",
    },
    Ladder {
        checks: &[
            "chat-takes-a-line-of-1024-bytes",
            "chat-refuses-a-line-of-1025-bytes",
            "chat-bounds-its-memory",
        ],
        question: "No newline has come yet. How many bytes must be there before you know that none can come in time?",
        call: "The position of the newline or, without one, the number of bytes that wait: compare that with \
               `LONGEST`. recv(2) may bring the 1025th byte long before the newline.",
        sketch: "in `next_line`: before = the newline's position, or all that is there\n\
                 more than LONGEST: Line::TooLong, newline or not\n\
                 (a carriage return counts, the newline does not)\n\
                 whoever is shown out is read, but nothing of it is kept",
        learnt: "A message that ends with a mark needs a limit, checked while it grows and not when it is whole.",
    },
    Ladder {
        checks: &[
            "chat-lets-its-error-be-read",
            "chat-forgets-who-was-refused",
        ],
        question: "You have refused a client, and it is still sending. What do you still have to do for it, and what \
                   if it never leaves?",
        call: "`shutdown(Shutdown::Write)`, shutdown(2), once nothing is owed; close(2) with bytes unread may be a \
               reset. `leaving` holds the moments at which to close, for the timeout of `wait`.",
        sketch: "in `see_off`: mark the client as leaving\n\
                 push (now + LINGER, its key, what it is owed) to `leaving`\n\
                 in `settle`: it is leaving, and all is written: shut the sending side\n\
                 go on reading it; `hear` throws the bytes away, `close_in_time` closes",
        learnt: "For last words to arrive, shut the sending side, read on for a limited time, and only then close.",
    },
    Ladder {
        checks: &[
            "chat-welcomes-the-first",
            "chat-announces-who-comes",
            "chat-sorts-the-names",
            "chat-keeps-the-nameless-outside",
            "chat-says-nothing-of-who-never-came-in",
        ],
        question: "There are clients who are connected and not in the room. What is the difference in your program, \
                   and at which moment does it change?",
        call: "`Client::name` is an `Option`: `Some` means in the room. `names()` is a `BTreeSet`, which is in byte \
               order by itself.",
        sketch: "in `enter`, while the new one has no name yet: tell the others that it joined\n\
                 then give the client its name\n\
                 now `names()` has it, too: tell it who is here, with one space between\n\
                 `tell_others` and `leave` pass over everybody whose name is None",
        learnt: "A connection is not yet a participant, so a protocol says by which message somebody becomes one.",
    },
    Ladder {
        checks: &[
            "chat-takes-short-and-long-names",
            "chat-refuses-other-names",
            "chat-refuses-a-name-in-use",
        ],
        question: "What could somebody do to the room with a name that has a blank in it, or with yours?",
        call: "`is_ascii_alphanumeric` of `u8` looks at one byte, without any language; `len` of a slice counts bytes. \
               A line that has passed both is text, so `str::from_utf8` takes it.",
        sketch: "in `check_name`: 1 to LONGEST_NAME bytes? all of them letters or digits?\n\
                 no: Err with a reason of one line; no trimming, no second try\n\
                 is the same name, byte for byte, among `names()`? then Err, too\n\
                 otherwise Ok with the name",
        learnt: "What a stranger sends and others will read is checked when it comes in, against what is allowed.",
    },
    Ladder {
        checks: &[
            "chat-passes-lines-on",
            "chat-tells-everybody-in-the-same-order",
        ],
        question: "Two clients speak at almost the same time. Who decides which line is first, and can two listeners \
                   come to different answers?",
        call: "`Owed::push` is not send(2): it waits for nobody and cannot fail, so one line reaches the lists of all \
               before the next one is looked at.",
        sketch: "in `tell_others`: for each client but this one, where it has a name:\n\
                 push the bytes to what it is owed\n\
                 insert its key into `unsettled`\n\
                 write nothing here; `settle` does, after each event",
        learnt: "TCP keeps order within a connection only, so an order for all must come from one place in the server.",
    },
    Ladder {
        checks: &[
            "chat-announces-who-leaves",
            "chat-closes-when-the-client-has-ended",
            "chat-lets-the-next-one-in",
            "chat-frees-a-name",
            "chat-hears-of-every-way-to-leave",
            "chat-goes-on-among-those-who-stay",
        ],
        question: "A client can be lost in a read, in a write or by an error of its own. What has to happen each time, \
                   and how is it not done twice?",
        call: "recv(2): 0 for an end of file, `ConnectionReset` for a reset; send(2): `BrokenPipe` or \
               `ConnectionReset`. `Option::take` gives the name once, and leaves None.",
        sketch: "in `leave`: take the name out of the client\n\
                 was there one? tell the others who left; otherwise say nothing\n\
                 let the client go before `tell_others`, which needs all of `self`\n\
                 whoever has no name is in nobody's list: the name is free",
        learnt: "A connection can end in several ways, in any call, and one place in the program handles them all.",
    },
    Ladder {
        checks: &[
            "chat-cuts-off-who-does-not-listen",
            "chat-keeps-who-listens-late",
            "chat-tells-of-all-who-are-cut-off",
        ],
        question: "Ann talks and deaf does not read. Whose bytes pile up, would it be fair to stop reading from ann, \
                   and what does the news of deaf's end do to the others?",
        call: "`write_to`, send(2), first: what the kernel has taken is not owed any more. Only then compare \
               `Owed::len` with `MOST_OWED`.",
        sketch: "in `Client::settle`: write what can be written, and hand an error up\n\
                 still more than MOST_OWED: return an error\n\
                 then the interest: reading always, writing while something is owed\n\
                 `Room::settle` removes that client, and goes on until `unsettled` is empty\n\
                 never remove clients from a list while you walk through it",
        learnt: "Where one client sends what another does not read, the server must limit what waits for each.",
    },
];
