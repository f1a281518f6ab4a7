//! Threads, in several manners: one for each player, or a fixed number that all accept.

use crate::arguments;
use crate::arguments::Settings;
use crate::game::Game;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::Shutdown;
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;
use std::time::Instant;

/// How it goes about its work.
#[derive(Debug, Clone, Copy)]
struct Manner {
    /// Bytes for one read.
    buffer: usize,
    /// Bytes for one write.
    piece: usize,
    /// Before it listens.
    start: Duration,
    /// Before each write.
    pause: Duration,
    /// Bytes of nonsense on stderr with each write.
    noise: usize,
    /// Threads that all wait for players, instead of one for each player.
    pool: usize,
}

impl Manner {
    fn of(variant: &str) -> Manner {
        let plain = Manner {
            buffer: 300,
            piece: usize::MAX,
            start: Duration::ZERO,
            pause: Duration::ZERO,
            noise: 0,
            pool: 0,
        };
        match variant {
            "one-byte-at-a-time" => Manner {
                buffer: 1,
                piece: 1,
                ..plain
            },
            "slow" => Manner {
                start: Duration::from_millis(500),
                pause: Duration::from_millis(1),
                ..plain
            },
            "chatty" => Manner {
                noise: 5000,
                ..plain
            },
            "pool" => Manner { pool: 64, ..plain },
            _ => plain,
        }
    }
}

pub(crate) fn blackjack_server(words: &[&str], variant: &str) -> ExitCode {
    let manner = Manner::of(variant);
    let settings = match arguments::read(words) {
        Ok(settings) => Arc::new(settings),
        Err(status) => return status,
    };
    let addr = settings.addr;
    let listener = match TcpListener::bind(addr) {
        Ok(listener) => Arc::new(listener),
        Err(error) => return arguments::cannot_listen(addr, &error),
    };
    sleep(manner.start);
    arguments::announce(listener.local_addr().unwrap_or(addr));
    for _ in 1..manner.pool {
        let (listener, settings) = (Arc::clone(&listener), Arc::clone(&settings));
        std::thread::spawn(move || accept_for_ever(&listener, &settings, manner));
    }
    accept_for_ever(&listener, &settings, manner)
}

fn accept_for_ever(listener: &TcpListener, settings: &Arc<Settings>, manner: Manner) -> ! {
    loop {
        let Ok((player, _)) = listener.accept() else {
            sleep(Duration::from_millis(20));
            continue;
        };
        let settings = Arc::clone(settings);
        let play = move || {
            if let Err(error) = converse(&player, &settings, manner) {
                let _ = writeln!(io::stderr(), "a player has gone: {error}");
            }
        };
        if manner.pool > 0 {
            play();
        } else {
            drop(std::thread::spawn(play));
        }
    }
}

fn converse(mut player: &TcpStream, settings: &Settings, manner: Manner) -> io::Result<()> {
    let mut game = Game::new(settings);
    let mut buffer = vec![0; manner.buffer];
    say(player, &game.deal(), manner)?;
    let mut deadline = Instant::now() + settings.patience;
    while !game.is_over {
        let remaining = deadline.saturating_duration_since(Instant::now());
        let lines = game.lines;
        let answers = if remaining.is_zero() {
            game.time_out()
        } else {
            player.set_read_timeout(Some(remaining))?;
            match player.read(&mut buffer) {
                Ok(0) => return Ok(()),
                Ok(count) => game.feed(&buffer[..count]),
                // Its time is over, or somebody has stopped this process for a while.
                Err(error)
                    if matches!(
                        error.kind(),
                        io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted
                    ) =>
                {
                    continue;
                }
                Err(error) => return Err(error),
            }
        };
        say(player, &answers, manner)?;
        if game.lines > lines {
            deadline = Instant::now() + settings.patience;
        }
    }
    // Whatever is still coming is read and thrown away, so that the close is no reset.
    player.shutdown(Shutdown::Write)?;
    let limit = Instant::now() + Duration::from_millis(700);
    let mut rest = vec![0; 1 << 16];
    while let Some(remaining) = limit.checked_duration_since(Instant::now()) {
        player.set_read_timeout(Some(remaining.max(Duration::from_millis(1))))?;
        if player.read(&mut rest)? == 0 {
            break;
        }
    }
    Ok(())
}

fn say(mut player: &TcpStream, text: &str, manner: Manner) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    sleep(manner.pause);
    if manner.noise > 0 {
        let _ = io::stderr().write_all(&vec![0xfe; manner.noise]);
    }
    for piece in text.as_bytes().chunks(manner.piece.min(text.len())) {
        player.write_all(piece)?;
    }
    Ok(())
}
