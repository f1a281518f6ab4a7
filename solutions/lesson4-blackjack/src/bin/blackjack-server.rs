//! Plays blackjack with everybody who connects, with a thread for each player.
//!
//! `blackjack-server [ADDR] [--seed N] [--deck CARDS] [--idle-timeout SECONDS]`, for example `blackjack-server 127.0.0.1:9000`.
//!
//! Why like this: a first server with threads calls `thread::spawn`, sets a read timeout once, and keeps what all
//! players need behind a lock. But `spawn` panics where the system has no thread left, so that one player too many ends
//! everybody's game; `Builder::spawn` returns an error. A socket's timeout is for one read, and a byte now and then
//! would keep a thread for hours; hence a deadline for the whole line. And a lock that is held during a write makes all
//! wait for one who does not read; so nothing is shared, and the house is copied. An `Arc<House>` without a lock is as
//! good. A fixed pool of threads limits what strangers can cost, but a few silent ones fill it. The farewell takes
//! several steps for the reason of lesson 3: to close over unread bytes is a reset, which can destroy it.

use clap::Parser;
use lesson4_blackjack_solution::Choice;
use lesson4_blackjack_solution::End;
use lesson4_blackjack_solution::LONGEST;
use lesson4_blackjack_solution::cards::Card;
use lesson4_blackjack_solution::cards::Deck;
use lesson4_blackjack_solution::cards::Stack;
use lesson4_blackjack_solution::game;
use rand::SeedableRng;
use rand::rngs::StdRng;
use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::io::Write;
use std::net::Shutdown;
use std::net::SocketAddr;
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;
use std::time::Instant;

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
    // thread::spawn panics where the system has no thread left, which would end the server because of one player too many. The
    // handle that comes back is dropped, not joined: to wait for this player would be to let the next one wait.
    thread::Builder::new().spawn(play).map(drop)
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
        while game::total(hand) <= game::LIMIT {
            match self.ask("hit or stand?", ["hit", "stand"])? {
                Choice::First => hand.push(deck.deal()),
                Choice::Second => break,
            }
            self.say(&game::show("player", hand))?;
        }
        Ok(())
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
        // One deadline for the whole line: with a timeout for each read, a byte a second would be enough to stay for ever.
        let deadline = Instant::now() + self.idle_timeout;
        let mut line = Vec::new();
        loop {
            let available = match self.wait_for_bytes(deadline) {
                Ok([]) => return Err(End::Left),
                Ok(available) => available,
                // A process that was stopped and goes on (Ctrl-Z and fg) is told so: the wait was cut short, nothing is wrong.
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) if is_timeout(&error) => return Err(End::TimedOut),
                Err(error) => return Err(End::Lost(error)),
            };
            let newline = available.iter().position(|byte| *byte == b'\n');
            line.extend_from_slice(&available[..newline.unwrap_or(available.len())]);
            let taken = newline.map_or(available.len(), |newline| newline + 1);
            self.reader.consume(taken);
            if line.len() > LONGEST {
                return Err(End::TooLong);
            }
            if newline.is_some() {
                return Ok(line);
            }
        }
    }

    /// The bytes that have come and have not been consumed yet; none at the end of file. Waits for the first of them until `deadline`.
    fn wait_for_bytes(&mut self, deadline: Instant) -> io::Result<&[u8]> {
        let remaining = deadline.saturating_duration_since(Instant::now());
        if remaining.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(remaining))?;
        self.reader.fill_buf()
    }

    /// Sends all of `text`.
    fn say(&mut self, text: &str) -> Result<(), End> {
        self.stream.write_all(text.as_bytes())?;
        Ok(())
    }
}

/// Which of the two words `line` is, or the first letter of which; `None` where it is neither. The word quit is an end.
fn choose(line: &[u8], words: [&str; 2]) -> Result<Option<Choice>, End> {
    // Only telnet's carriage return, and spaces and tabs around the word, go away. All of it as bytes: what is no text is no
    // answer either, and no reason to panic.
    let answer = line.strip_suffix(b"\r").unwrap_or(line).trim_ascii();
    let is = |word: &str| answer.eq_ignore_ascii_case(word.as_bytes());
    if is(words[0]) || is(&words[0][..1]) {
        Ok(Some(Choice::First))
    } else if is(words[1]) || is(&words[1][..1]) {
        Ok(Some(Choice::Second))
    } else if is("quit") {
        Err(End::Quit)
    } else {
        Ok(None)
    }
}

/// A socket's timeout has two names: Unix says that reading would block, Windows that it has timed out.
fn is_timeout(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
    )
}

/// Says the last word, and closes in such a way that it can be read.
fn say_goodbye(stream: &TcpStream, farewell: &str) -> io::Result<()> {
    // Reading and writing need no exclusive access to a socket, only to a reference to it.
    let mut stream = stream;
    stream.write_all(farewell.as_bytes())?;
    stream.shutdown(Shutdown::Write)?;
    // As in lesson 3: to close while bytes of the player's are unread is a reset, which may overtake the farewell. A thread
    // that waits here holds nobody up, but it is not to stay for ever either.
    let deadline = Instant::now() + Duration::from_secs(1);
    let mut rest = [0; 4096];
    loop {
        let remaining = deadline.saturating_duration_since(Instant::now());
        if remaining.is_zero() {
            return Ok(());
        }
        stream.set_read_timeout(Some(remaining))?;
        match stream.read(&mut rest) {
            Ok(0) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
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
