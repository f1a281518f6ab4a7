//! Plays blackjack with everybody who connects, with a thread for each player.
//!
//! `blackjack-server [ADDR] [--seed N] [--deck CARDS] [--idle-timeout SECONDS]`, for example `blackjack-server 127.0.0.1:9000`.

// The holes need more imports than these; the README lists them.
use clap::Parser;
use lesson4_blackjack::Choice;
use lesson4_blackjack::End;
use lesson4_blackjack::LONGEST;
use lesson4_blackjack::cards::Card;
use lesson4_blackjack::cards::Deck;
use lesson4_blackjack::cards::Stack;
use lesson4_blackjack::game;
use rand::SeedableRng;
use rand::rngs::StdRng;
use std::io;
use std::io::BufReader;
use std::io::Write;
use std::net::SocketAddr;
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

/// Plays blackjack with everybody who connects.
#[derive(Parser)]
struct Arguments {
    /// The address to listen on; port 0 lets the system choose.
    #[arg(default_value = "127.0.0.1:9000")]
    addr: SocketAddr,
    /// Makes the shuffles repeatable: the same decks for every player, in the same order.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Cards to put on top of each new deck, in this order: "AS KD 5C".
    #[arg(long, value_name = "CARDS", default_value = "")]
    deck: Stack,
    /// How long a player may think at each prompt, in whole seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 300, value_parser = clap::value_parser!(u32).range(1..))]
    idle_timeout: u32,
}

/// What is the same for every player.
#[derive(Debug, Clone)]
struct House {
    seed: Option<u64>,
    stack: Stack,
    idle_timeout: Duration,
}

/// One player's connection, and what belongs to it. Each player has one of their own: nothing here is shared.
#[derive(Debug)]
struct Player<'a> {
    stream: &'a TcpStream,
    /// Keeps what came after a line's end: moves may come several at once.
    reader: BufReader<&'a TcpStream>,
    idle_timeout: Duration,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let house = House {
        seed: arguments.seed,
        stack: arguments.deck,
        idle_timeout: Duration::from_secs(arguments.idle_timeout.into()),
    };
    let (listener, addr) = match listen(arguments.addr) {
        Ok(listening) => listening,
        Err(error) => {
            log(&format!(
                "error: cannot listen on {}: {error}",
                arguments.addr
            ));
            return ExitCode::FAILURE;
        }
    };
    let mut stdout = io::stdout();
    let _ = writeln!(stdout, "listening on {addr}").and_then(|()| stdout.flush());
    serve(&listener, &house)
}

/// Listens on `addr`, and says on which address it really does.
fn listen(addr: SocketAddr) -> io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(addr)?;
    let bound = listener.local_addr()?;
    Ok((listener, bound))
}

/// Accepts players for ever, and lets each of them play.
fn serve(listener: &TcpListener, house: &House) -> ! {
    loop {
        match listener.accept() {
            Ok((stream, addr)) => {
                // The stream moves into `play`, and is closed when that ends, however it does. The house is copied, so that no
                // player can wait for a lock that another one holds.
                let house = house.clone();
                let play = move || entertain(&stream, addr, &house);
                if let Err(error) = start(play) {
                    pause_after("start a thread", &error);
                }
            }
            Err(error) => pause_after("accept", &error),
        }
    }
}

/// Starts `play`, and returns without waiting for its end.
fn start(play: impl FnOnce() + Send + 'static) -> io::Result<()> {
    // TODO: for one player, `play()` will do.
    // TODO, in stage 4: a thread for each. Who waits for whom, if you join it? `thread::spawn` panics where the system has no thread
    // left; `thread::Builder` says so.
    todo!(
        "let this player play ({} bytes to take along)",
        size_of_val(&play)
    )
}

/// Plays with one player to the end. Returning closes the connection.
fn entertain(stream: &TcpStream, addr: SocketAddr, house: &House) {
    let farewell = match converse(stream, house) {
        End::Quit => "bye\n",
        End::TooLong => "line too long, bye\n",
        End::TimedOut => "timed out, bye\n",
        // Nobody is there to hear a farewell.
        End::Left => return,
        End::Lost(error) => return log(&format!("{addr} was cut off: {error}")),
    };
    if let Err(error) = say_goodbye(stream, farewell) {
        log(&format!("{addr} was cut off: {error}"));
    }
}

/// Plays one round after the other, until there is a reason to end.
fn converse(stream: &TcpStream, house: &House) -> End {
    let mut random = match house.seed {
        // Every player's own generator begins with the same number, so nobody's shuffles depend on anybody else's.
        Some(seed) => StdRng::seed_from_u64(seed),
        None => rand::make_rng(),
    };
    let mut player = match Player::new(stream, house) {
        Ok(player) => player,
        Err(error) => return End::Lost(error),
    };
    loop {
        let mut deck = Deck::new(&house.stack, &mut random);
        if let Err(end) = player.play(&mut deck) {
            return end;
        }
        match player.ask("play again?", ["yes", "no"]) {
            Ok(Choice::First) => {}
            Ok(Choice::Second) => return End::Quit,
            Err(end) => return end,
        }
    }
}

impl<'a> Player<'a> {
    fn new(stream: &'a TcpStream, house: &House) -> io::Result<Player<'a>> {
        // Each message of ours is complete, and somebody waits for it: never hold one back to send it with the next.
        stream.set_nodelay(true)?;
        // Who does not read for so long does not play either.
        stream.set_write_timeout(Some(house.idle_timeout))?;
        Ok(Player {
            stream,
            reader: BufReader::new(stream),
            idle_timeout: house.idle_timeout,
        })
    }

    /// One round, from the deal to its outcome.
    fn play(&mut self, deck: &mut Deck) -> Result<(), End> {
        let (mut hand, mut dealer) = game::deal(deck);
        // The second card is hidden by not sending it. Whatever has been sent can be seen, shown on a screen or not.
        self.say(&format!("dealer: {} ??\n", dealer[0]))?;
        self.say(&game::show("player", &hand))?;
        self.draw_cards(&mut hand, deck)?;
        // The dealer plays only against a hand that is still in the game.
        if game::total(&hand) <= game::LIMIT {
            game::dealer_plays(&mut dealer, deck);
        }
        self.say(&game::show("dealer", &dealer))?;
        self.say(&format!("{}\n", game::outcome(&hand, &dealer)))
    }

    /// Gives the player cards, until it is enough or too much.
    fn draw_cards(&mut self, hand: &mut Vec<Card>, deck: &mut Deck) -> Result<(), End> {
        // TODO: as long as the total is at most `game::LIMIT`, ask "hit or stand?". After each card, show the hand.
        todo!("give the player of {hand:?} cards from {deck:p}")
    }

    /// Asks until the answer is one of the two words.
    fn ask(&mut self, question: &str, words: [&str; 2]) -> Result<Choice, End> {
        loop {
            self.say(&format!("{question}\n"))?;
            let line = self.read_line()?;
            if let Some(choice) = choose(&line, words)? {
                return Ok(choice);
            }
            self.say(&format!("please answer {} or {}\n", words[0], words[1]))?;
        }
    }

    /// Reads one line, and returns it without its newline. Never keeps more than the limit, and never waits longer than the timeout.
    fn read_line(&mut self) -> Result<Vec<u8>, End> {
        // TODO: read up to the newline. At the end of file, return `Err(End::Left)`.
        // TODO, in stage 3: a line may have at most `LONGEST` bytes before its newline, and what is too long is known before it ends.
        // TODO, in stage 5: give up when `idle_timeout` has passed without a whole line. A timeout of the socket is for one read, and a read
        // with a timeout may be `Interrupted` for no reason of yours.
        todo!(
            "read a line of at most {LONGEST} bytes from {:?} within {:?}",
            self.reader,
            self.idle_timeout
        )
    }

    /// Sends all of `text`.
    fn say(&mut self, text: &str) -> Result<(), End> {
        self.stream.write_all(text.as_bytes())?;
        Ok(())
    }
}

/// Which of the two words `line` is, or the first letter of which; `None` where it is neither. The word quit is an end.
fn choose(line: &[u8], words: [&str; 2]) -> Result<Option<Choice>, End> {
    // TODO: either of `words`, or quit (`Err(End::Quit)`).
    // TODO, in stage 3: or the first letter of either. Case does not matter, nor do spaces, tabs and telnet's carriage return around
    // the word. What is no text at all is no answer, and must not end your thread.
    todo!("is {line:?} one of {words:?}?")
}

/// Says the last word, and closes in such a way that it can be read.
fn say_goodbye(stream: &TcpStream, farewell: &str) -> io::Result<()> {
    // TODO: send it; returning closes the connection.
    // TODO, in stage 3: what had to be done in lesson 3, so that a last word could be read?
    todo!("say {farewell} to {stream:?}")
}

/// What to do when the system refuses something, so that the server lives on.
fn pause_after(what: &str, error: &io::Error) {
    log(&format!("cannot {what}: {error}"));
    // Out of descriptors or threads, the next try fails at once: give the machine a moment.
    thread::sleep(Duration::from_millis(50));
}

/// Messages for people go to stderr; where nobody reads them, that is no reason to end.
fn log(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}
