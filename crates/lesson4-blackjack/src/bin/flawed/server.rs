//! A blackjack server as it should be, in parts, so that a flawed one replaces just the part with its mistake.

use crate::Played;
use crate::arguments::Words;
use crate::cards::Card;
use crate::manner::Manner;
use crate::player::Player;
use std::ffi::OsString;
use std::io;
use std::net::SocketAddr;
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

/// What is the same for every player.
#[derive(Debug, Clone)]
pub(crate) struct House {
    pub(crate) seed: Option<u64>,
    pub(crate) stack: Vec<Card>,
    pub(crate) idle_timeout: Duration,
}

impl House {
    pub(crate) fn new(words: &Words) -> Result<House, ExitCode> {
        Ok(House {
            seed: words.seed()?,
            stack: words.stack()?,
            idle_timeout: words.idle_timeout()?,
        })
    }

    /// The house of the arguments. It lives as long as the program, so that every thread may look at it.
    fn open(words: &Words) -> Result<&'static House, ExitCode> {
        House::new(words).map(House::keep)
    }

    pub(crate) fn keep(self) -> &'static House {
        Box::leak(Box::new(self))
    }
}

/// A server whose mistake is in how it plays.
pub(crate) fn run(arguments: &[OsString], manner: Manner) -> Played {
    run_accepting(arguments, |listener, house| {
        serve(&listener, |stream| start(stream, house, manner));
    })
}

/// A server whose mistake is in how it accepts.
pub(crate) fn run_accepting(
    arguments: &[OsString],
    accept: impl FnOnce(TcpListener, &'static House),
) -> Played {
    let words = Words::new(arguments)?;
    let (addr, house) = (words.addr()?, House::open(&words)?);
    let listener = listen(addr)?;
    announce(&listener);
    accept(listener, house);
    Ok(())
}

/// A server whose mistake is in how it reads its arguments.
pub(crate) fn run_for(addr: SocketAddr, house: House) -> Played {
    let listener = listen(addr)?;
    announce(&listener);
    serve_rightly(&listener, house.keep());
    Ok(())
}

/// Listens there.
pub(crate) fn listen(addr: SocketAddr) -> Result<TcpListener, ExitCode> {
    TcpListener::bind(addr).map_err(|error| cannot_listen(addr, &error))
}

/// Says where the server listens.
pub(crate) fn announce(listener: &TcpListener) {
    // Stdout is flushed at the end of each line.
    println!("listening on {}", listener.local_addr().unwrap());
}

/// Says why the server cannot listen.
pub(crate) fn cannot_listen(addr: SocketAddr, error: &io::Error) -> ExitCode {
    eprintln!("error: cannot listen on {addr}: {error}");
    ExitCode::FAILURE
}

/// Plays with everybody, for ever, as it should be.
pub(crate) fn serve_rightly(listener: &TcpListener, house: &'static House) {
    serve(listener, |stream| start(stream, house, Manner::RIGHT));
}

/// Accepts players for ever.
pub(crate) fn serve(listener: &TcpListener, mut begin: impl FnMut(TcpStream)) {
    loop {
        match listener.accept() {
            Ok((stream, _)) => begin(stream),
            Err(error) => pause_after(&error),
        }
    }
}

/// Plays with one player in a thread of its own.
pub(crate) fn start(stream: TcpStream, house: &'static House, manner: Manner) {
    start_thread(move || entertain(&stream, house, manner));
}

/// Starts a thread, if the system has one left.
pub(crate) fn start_thread(play: impl FnOnce() + Send + 'static) {
    if let Err(error) = thread::Builder::new().spawn(play) {
        pause_after(&error);
    }
}

/// Plays with one player to the end.
pub(crate) fn entertain(stream: &TcpStream, house: &House, manner: Manner) {
    if let Err(error) = stream.set_nodelay(true) {
        eprintln!("a player was lost: {error}");
        return;
    }
    let end = Player::new(stream, house, manner).play();
    (manner.leave)(stream, &end);
}

/// Out of descriptors or threads, the next try fails at once.
pub(crate) fn pause_after(error: &io::Error) {
    eprintln!("a player was lost: {error}");
    thread::sleep(Duration::from_millis(50));
}
