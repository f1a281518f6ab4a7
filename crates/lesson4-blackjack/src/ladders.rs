//! The help in steps for whoever is stuck: a ladder for each idea of the lesson.

use grader::Ladder;

pub(crate) const LADDERS: &[Ladder] = &[
    Ladder {
        checks: &["deals-two-cards-each"],
        question: "A player has connected and says nothing. Who has to move first, and who gets which card of the \
                   deck?",
        call: "`Deck::deal` takes the top card off, so the order of your calls is the order of the cards. The lines go \
               out with `write_all`, send(2), before the first read.",
        sketch: "in `deal`, one at a time and in turn:\n\
                 a card for the player, one for the dealer\n\
                 and the same once more; then return both hands\n\
                 (`play` shows them, and `draw_cards` asks)",
        learnt: "A protocol must say who speaks first, or each side may wait for the other for ever.",
    },
    Ladder {
        checks: &[
            "gives-a-card",
            "ends-the-round-on-stand",
            "asks-at-21",
            "ends-the-round-on-a-bust",
        ],
        question: "There are two ways out of a player's turn. Which are they, and which of them can be known before \
                   you ask?",
        call: "`self.ask(…)` sends the prompt and returns a `Choice` or the `End` of the conversation, which `?` hands \
               up. `game::LIMIT` is the highest total that is still asked.",
        sketch: "while the total of the hand is not above the limit:\n\
                 ask for a move; on stand, the loop is over\n\
                 on hit: a card from the deck to the end of the hand\n\
                 show the whole hand, then back to the test",
        learnt: "A conversation has a state, and in a thread it is the line of code that waits, with its local \
                 variables.",
    },
    Ladder {
        checks: &[
            "ends-the-game",
            "plays-another-round",
            "quits-at-any-prompt",
            "tells-its-two-prompts-apart",
        ],
        question: "The word `stand` can come at two different moments. What does your program know at each that tells \
                   it what the word means?",
        call: "`choose` gets the words of the prompt that is open. Its `Result<Option<Choice>, End>` has a place for \
               everything: a word, no word of these, and the wish to stop.",
        sketch: "compare the answer with words[0] and words[1], not with a list of all words\n\
                 the first: Ok(Some(First)); the second: Ok(Some(Second))\n\
                 quit, at either prompt: Err(End::Quit)\n\
                 anything else: Ok(None), and `ask` asks again\n\
                 in `say_goodbye`: send the farewell; returning closes the connection",
        learnt: "What a message means depends on the state of the conversation, so each state needs its own list of \
                 valid answers.",
    },
    Ladder {
        checks: &[
            "serves-the-next-player",
            "goes-on-after-the-others-have-left",
            "survives-a-reset",
            "survives-a-player-who-vanishes",
        ],
        question: "One conversation is over, well or badly. Which of your lines would take the whole server, or a lock \
                   of the others, with it?",
        call: "read(2) and write(2) on a connection that is gone: `ConnectionReset`, `BrokenPipe` or \
               `ConnectionAborted`. They are results, not accidents: no `unwrap`, no `exit`.",
        sketch: "every read and write of a player: `?` makes an `End::Lost` of its error\n\
                 `entertain` says so on stderr, and returns\n\
                 its stream is dropped, its thread ends, nothing else happens\n\
                 the accept loop knows nothing of it, and accepts the next one",
        learnt: "A connection that breaks is an ordinary result of a read or a write, and ends one conversation only.",
    },
    Ladder {
        checks: &["survives-the-loss-of-all-descriptors"],
        question: "A new player cannot be let in just now. Is that a reason to stop, and what will have changed a \
                   moment later?",
        call: "accept(2) fails with EMFILE, \"too many open files\", when the process has no descriptor left; the \
               player stays in the queue. Windows has a limit and an error of its own.",
        sketch: "accept: Ok: start a game\n\
                 Err: say so on stderr, pause a moment (`pause_after`), accept again\n\
                 and nothing else that needs a descriptor or a thread may be unwrapped",
        learnt: "A lack of descriptors passes when others leave, so a server tries accept again instead of ending.",
    },
    Ladder {
        checks: &[
            "announces-itself-on-one-line",
            "says-that-the-port-is-taken",
            "refuses-wrong-arguments",
        ],
        question: "Three parties read what your program says of itself: the shell, another program, a person. What \
                   does each of them look at?",
        call: "bind(2) fails with `AddrInUse` while another socket listens there. `local_addr()`, getsockname(2), \
               tells the real port where 0 was asked for. clap ends with status 2 for wrong arguments.",
        sketch: "the types of `Arguments` refuse what is wrong: SocketAddr, u64, Stack, a range from 1\n\
                 listen: Err: one line on stderr, ExitCode::FAILURE\n\
                 Ok: `listening on ADDR` on stdout, then flush\n\
                 everything else that people may want to know: stderr",
        learnt: "A taken port shows when a server begins to listen, and only a bound socket knows its real address \
                 when port 0 was asked for.",
    },
    Ladder {
        checks: &["stays-on-the-loopback", "serves-over-ipv6"],
        question: "Your machine has several addresses, of two families. On which of them can a player reach your \
                   server?",
        call: "`TcpListener::bind(addr)`, bind(2): it takes the address as it is. 0.0.0.0 stands for all IPv4 \
               addresses of the machine; 127.0.0.1 and [::1] are reached from the same machine only.",
        sketch: "ADDR is a SocketAddr: it holds an IPv4 or an IPv6 address, and a port\n\
                 bind that value, unchanged: no address of your own, no port on its own\n\
                 print what `local_addr()` says: [::1]:9000 keeps its brackets",
        learnt: "A server is reached at the address it is bound to, and code that keeps to SocketAddr serves IPv4 and \
                 IPv6.",
    },
    Ladder {
        checks: &[
            "counts-every-rank",
            "counts-an-ace-as-11",
            "counts-an-ace-as-1",
            "counts-several-aces",
        ],
        question: "If every card had one fixed value, a running sum would do. For which card does it not, and what \
                   would you have to look at instead?",
        call: "`total` gets the whole hand each time. Match on `Rank`, not on letters: `Number(u8)` holds 2 to 10.",
        sketch: "low = the sum of all cards: an ace 1, a number itself, a picture 10\n\
                 is there an ace at all?\n\
                 and is low + 10 still within the limit?\n\
                 both: low + 10; otherwise: low",
        learnt: "An ace counts 11 or 1 depending on the whole hand, and at most one ace of a hand counts 11.",
    },
    Ladder {
        checks: &[
            "draws-below-17",
            "stands-on-17",
            "stands-on-a-soft-17",
            "counts-the-dealers-aces",
        ],
        question: "The dealer has no choice. What is the only thing that the dealer needs to know before each card?",
        call: "`total`, the same one as for the player, called again after each `Deck::deal`. `dealer_plays` does not \
               get the player's hand, and for a reason.",
        sketch: "while the total of the hand is below 17:\n\
                 a card from the deck to the end of the hand\n\
                 nothing about aces here, and nothing about the player",
        learnt: "The dealer draws below 17 and stands from 17 on, whatever the player has and however an ace counts.",
    },
    Ladder {
        checks: &[
            "lets-the-higher-total-win",
            "lets-the-player-win-when-the-dealer-busts",
        ],
        question: "In which of the five outcomes does the higher number lose, and what does that say about the order \
                   of your tests?",
        call: "`outcome` gets both hands: take the two totals and look at `LIMIT` before you compare them.",
        sketch: "is the player over the limit? then the dealer's hand does not matter\n\
                 is the dealer over the limit?\n\
                 only now compare: more, less, equal",
        learnt: "Whoever is over 21 has lost, the player first, and only totals that are not over it are compared.",
    },
    Ladder {
        checks: &["hides-the-dealers-second-card"],
        question: "What can somebody know who records every byte that your server sends, and never sees a screen?",
        call: "`write_all`, send(2): what it was given is out of your hands. `eprintln!` and `log` go to your own \
               terminal only.",
        sketch: "before the player's turn is over: the dealer's first card, and `??`\n\
                 the dealer draws only after the player's last move\n\
                 then, once: all of the dealer's cards and their total",
        learnt: "On a network hidden means not sent, for whoever receives bytes can read them, whatever a screen \
                 shows.",
    },
    Ladder {
        checks: &[
            "plays-by-the-rules",
            "stacks-each-deck",
            "shuffles-below-the-stacked-cards",
        ],
        question: "Fifty-two cards lie on the table, some of them put on top by hand. How often can you meet each card \
                   in one round?",
        call: "`Vec::pop`, which takes away what it returns, and `shuffle` of rand's `SliceRandom`, which brings what \
               is there into a random order and adds nothing.",
        sketch: "a new deck for each round: all 52 cards but those of --deck\n\
                 shuffle them, then lay the cards of --deck on top, the first one uppermost\n\
                 player and dealer both take from this one deck\n\
                 what was dealt is gone from it until the round is over",
        learnt: "To deal from a shuffled deck is not to draw a random card each time, for no card of a deck comes \
                 twice.",
    },
    Ladder {
        checks: &[
            "joins-a-word-that-comes-in-pieces",
            "plays-moves-that-come-at-once",
            "plays-a-game-in-one-write",
        ],
        question: "The player presses Enter once, or three times. How many reads will that be, and where is what you \
                   have read but not used yet?",
        call: "`BufReader`: `fill_buf` lends what one recv(2) has brought, with or without a newline; `consume(n)` \
               takes n bytes away. What you do not consume is there for the next prompt.",
        sketch: "one BufReader for the whole conversation: the one in `Player`\n\
                 loop: lend what is there, look for the newline\n\
                 put what stands before it (or all) to the end of the line\n\
                 consume that, and the newline too\n\
                 newline found: return the line; otherwise read on",
        learnt: "TCP carries bytes without marks, so a read may bring a part of a line or many lines, and the rest \
                 must be kept.",
    },
    Ladder {
        checks: &[
            "leaves-quietly-at-the-end-of-file",
            "ignores-an-unfinished-last-line",
            "asks-again-after-an-empty-line",
        ],
        question: "A line of nothing, and nothing at all: how do the bytes that your program gets differ?",
        call: "`fill_buf` lends an empty slice at the end of file, as recv(2) returns 0. An empty line is a newline \
               that came. `read_until` returns `Ok(0)` only where not even one byte was left.",
        sketch: "nothing was lent: Err(End::Left), also where half a line is there already\n\
                 (with `read_until`: fewer bytes than it may take, and no newline at their end)\n\
                 a newline at once: Ok(an empty line), which `choose` does not know\n\
                 for End::Left, `entertain` sends nothing",
        learnt: "The end of file is no message, and a protocol must say whether an unfinished last line counts.",
    },
    Ladder {
        checks: &[
            "takes-a-line-of-256-bytes",
            "refuses-a-line-of-257-bytes",
            "bounds-its-memory",
        ],
        question: "After which byte can you be sure that a line is too long, and how much of it have you stored by \
                   then?",
        call: "`by_ref().take(n)` ends `read_until` after n bytes, which then looks like an end of file. In a loop \
               with `fill_buf`, a piece is never larger than the BufReader's buffer.",
        sketch: "`LONGEST` is for the bytes before the newline: a carriage return counts, the newline does not\n\
                 after each piece, newline or not: more than LONGEST bytes?\n\
                 then Err(End::TooLong) at once: no reading on for the newline\n\
                 (with `take(LONGEST + 1)`: so many have come, and the last is no newline)",
        learnt: "Whoever reads until a mark comes needs a limit, or a stranger decides how much memory the program \
                 uses.",
    },
    Ladder {
        checks: &[
            "lets-the-player-read-the-last-words",
            "closes-on-those-who-stay",
        ],
        question: "Your last line is written, and the player is still sending. What can happen to that line if you \
                   close now, and what to you if you wait?",
        call: "`shutdown(Shutdown::Write)`, shutdown(2), ends your direction only. Then `read` until `Ok(0)`, with \
               `set_read_timeout` before each one; close(2) with unread bytes may be a reset.",
        sketch: "write the farewell; shut the sending side\n\
                 deadline = now and a second, once, before the loop\n\
                 loop: nothing left until the deadline: return\n\
                 timeout = what is left; read and throw away\n\
                 0 bytes or an error: return",
        learnt: "A close with bytes unread may be a reset that destroys the last words, so shut the sending side and \
                 read on, but not for ever.",
    },
    Ladder {
        checks: &[
            "takes-first-letters",
            "takes-any-case",
            "asks-again-after-an-unknown-word",
        ],
        question: "Which of `HIT`, `h`, `ha`, `hitt` and `q` are answers, and does your comparison look at all of \
                   each?",
        call: "`eq_ignore_ascii_case`, of byte slices and of texts, compares the whole of both. `starts_with` and \
               `contains` say yes to more than you want.",
        sketch: "is the answer all of words[0], or exactly its first letter, in any case?\n\
                 the same with words[1]; then quit, which has no short form\n\
                 none of these: Ok(None), and no default that plays for the player",
        learnt: "A protocol that says exactly which words are valid lets a server refuse everything else, instead of \
                 guessing.",
    },
    Ladder {
        checks: &[
            "ignores-a-carriage-return",
            "ignores-blanks-around-a-word",
            "asks-again-after-bytes-that-are-no-text",
        ],
        question: "Telnet, netcat and a broken program send you a line. What besides a word can be in it, and at which \
                   step does your code meet that?",
        call: "`strip_suffix(b\"\\r\")` and `trim_ascii` work on bytes, and cannot fail. `read_line` and `lines` fail \
               with `InvalidData` where the bytes are no UTF-8.",
        sketch: "keep the line as bytes, a `Vec<u8>`, from the socket to the comparison\n\
                 take one \\r off its end, then the blanks on both sides\n\
                 bytes that are no text are then just a word that you do not know",
        learnt: "What a peer sends is bytes, with the line ends of its own program, and need not be text at all.",
    },
    Ladder {
        checks: &["plays-with-several-players", "waits-for-nobody"],
        question: "While your program waits for the first player's move, which line of it could notice the second \
                   player?",
        call: "`thread::Builder::new().spawn(…)`, pthread_create(3) on Unix, returns at once: a `JoinHandle` or an \
               error. `join` waits for the thread's end; dropping the handle does not.",
        sketch: "in `start`: spawn a thread for `play`; do not call `play` here\n\
                 hand the error up, where there is no thread to be had\n\
                 let go of the handle, and return\n\
                 the caller is back in accept while this player plays",
        learnt: "A blocking call stops only its own thread, so a thread for each client lets nobody wait for another.",
    },
    Ladder {
        checks: &[
            "keeps-its-games-apart",
            "plays-with-fifty-at-once",
            "is-not-held-up-by-a-flood",
        ],
        question: "Which of your variables can two threads see, and what is a thread doing while it keeps the others \
                   out of them?",
        call: "`Mutex::lock` lends until its guard is dropped, at the end of the block mostly. write(2) waits while \
               the player's buffers are full; `set_write_timeout` limits that wait.",
        sketch: "made in the player's own thread: reader, generator, deck, hands\n\
                 a copy for each thread: what never changes, like the House\n\
                 if you do share something: lock, copy what you need, unlock\n\
                 only then read or write",
        learnt: "A write may wait as long as the other side does not read, so nobody may hold a shared lock during it.",
    },
    Ladder {
        checks: &[
            "shuffles-for-each-round",
            "shuffles-for-each-player",
            "repeats-its-shuffles-with-a-seed",
            "has-other-shuffles-for-another-seed",
        ],
        question: "A generator computes each number from its own state. Who must be able to change that state, and \
                   when does it have to begin anew?",
        call: "`StdRng::seed_from_u64(seed)` begins in a state that the seed decides, `rand::make_rng()` in one from \
               the system, getrandom(2) on Linux. `shuffle` moves the state on.",
        sketch: "once for each player, before the first round: make a generator\n\
                 with a seed: from that number alone; without: from the system\n\
                 each round: shuffle with it, and take nothing else from it\n\
                 no generator that several players share, none made for each round",
        learnt: "Random numbers repeat only if they begin with the same seed and nobody else takes numbers in between.",
    },
    Ladder {
        checks: &[
            "ends-an-idle-conversation",
            "is-not-kept-by-single-bytes",
            "gives-each-prompt-its-own-time",
        ],
        question: "Each byte ends one read, and then comes the next. From which moment on do you count, and how long \
                   may that next read still wait?",
        call: "`set_read_timeout`, the option SO_RCVTIMEO, is for one read, and a timeout of zero is an error. When \
               the time is over, read fails with `WouldBlock` on Unix and with `TimedOut` on Windows.",
        sketch: "at the beginning of `read_line`: deadline = now + idle_timeout\n\
                 before each read: what is left until then? nothing: Err(End::TimedOut)\n\
                 otherwise that is the socket's timeout; then `fill_buf`\n\
                 WouldBlock or TimedOut: Err(End::TimedOut)\n\
                 bytes, but no newline yet: round again, with the same deadline",
        learnt: "A socket's timeout begins anew with each read, so only a deadline limits how long a whole message \
                 takes.",
    },
    Ladder {
        checks: &["survives-being-stopped"],
        question: "A read may fail because the connection is broken, because the time is over, or for neither reason. \
                   How does your code tell these three apart?",
        call: "`ErrorKind::Interrupted` from `fill_buf`: on Linux signal(7) says which calls fail so with EINTR after \
               a stop, without any handler. `read_until` repeats the call for you, `fill_buf` does not.",
        sketch: "match on `error.kind()` of the read:\n\
                 Interrupted: go on with the loop, where what is left of the time is computed anew\n\
                 WouldBlock, TimedOut: the time is over\n\
                 any other: Err(End::Lost(error))",
        learnt: "A call that was interrupted has done nothing and harmed nothing, so it is made again with the time \
                 that is left.",
    },
    Ladder {
        checks: &[
            "gives-every-descriptor-back",
            "ends-every-thread",
            "sleeps-while-players-think",
        ],
        question: "What does each of your threads do at this moment: for a player who thinks, and for one who has \
                   left?",
        call: "A blocking read(2) sleeps in the kernel. At the end of file it returns 0 at once, each time. The last \
               drop of a `TcpStream` is close(2), and `try_clone` makes one more to be dropped.",
        sketch: "no try_clone, no list of streams: the stream belongs to its thread\n\
                 no `set_nonblocking`, no loop that tries again at once\n\
                 0 bytes or an error: out of every loop, up to the end of `entertain`\n\
                 then the stream is dropped, and the thread ends",
        learnt: "A blocked thread costs no processor time, and a connection closes when its last handle is dropped.",
    },
];
