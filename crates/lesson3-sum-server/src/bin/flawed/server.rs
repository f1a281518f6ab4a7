//! A sum server as it should be, in parts, so that a flawed one replaces just the part with its mistake.

use crate::Played;
use crate::arguments;
use crate::arguments::Framing;
use crate::fixed;
use crate::length;
use crate::lines;
use crate::shutdown;
use crate::sum;
use crate::sum::Add;
use crate::sum::ReplyTo;
use std::ffi::OsString;
use std::io;
use std::net::SocketAddr;
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

/// How a server talks with one client.
#[derive(Clone, Copy)]
pub(crate) struct Manner {
    pub(crate) reply_to: ReplyTo,
    pub(crate) add: Add,
    pub(crate) lines: fn(&TcpStream, ReplyTo) -> io::Result<()>,
    pub(crate) fixed: fn(&TcpStream, Add) -> io::Result<()>,
    pub(crate) length: fn(&TcpStream, ReplyTo) -> io::Result<()>,
    pub(crate) shutdown: fn(&TcpStream, ReplyTo) -> io::Result<()>,
}

impl Manner {
    /// As it should be.
    pub(crate) const RIGHT: Manner = Manner {
        reply_to: sum::reply_to,
        add: i64::checked_add,
        lines: lines::converse,
        fixed: fixed::converse,
        length: length::converse,
        shutdown: shutdown::converse,
    };

    /// A conversation in that framing.
    pub(crate) fn converse(&self, client: &TcpStream, framing: Framing) -> io::Result<()> {
        client.set_nodelay(true)?;
        match framing {
            Framing::Lines => (self.lines)(client, self.reply_to),
            Framing::Fixed => (self.fixed)(client, self.add),
            Framing::Length => (self.length)(client, self.reply_to),
            Framing::Shutdown => (self.shutdown)(client, self.reply_to),
        }
    }
}

/// A server whose mistake is in how it talks with one client.
pub(crate) fn run(arguments: &[OsString], manner: Manner) -> Played {
    run_accepting(arguments, |listener, framing| {
        serve(&listener, |client| manner.converse(&client, framing));
    })
}

/// A server whose mistake is in how it accepts.
pub(crate) fn run_accepting(
    arguments: &[OsString],
    accept: impl FnOnce(TcpListener, Framing),
) -> Played {
    let (listener, framing) = listen(arguments)?;
    announce(&listener);
    accept(listener, framing);
    Ok(())
}

/// Listens where the arguments say, as it should be, but does not announce it.
pub(crate) fn listen(arguments: &[OsString]) -> Result<(TcpListener, Framing), ExitCode> {
    let (addr, framing) = arguments::server(arguments)?;
    let listener = TcpListener::bind(addr).map_err(|error| cannot_listen(addr, &error))?;
    Ok((listener, framing))
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

/// Serves one client after the other, for ever, in the right manner.
pub(crate) fn serve_rightly(listener: &TcpListener, framing: Framing) {
    serve(listener, |client| Manner::RIGHT.converse(&client, framing));
}

/// Serves one client after the other, for ever.
pub(crate) fn serve(listener: &TcpListener, mut converse: impl FnMut(TcpStream) -> io::Result<()>) {
    loop {
        let conversation = listener.accept().and_then(|(client, _)| converse(client));
        if let Err(error) = conversation {
            eprintln!("a client was lost: {error}");
            // Out of descriptors, accept fails again at once.
            thread::sleep(Duration::from_millis(10));
        }
    }
}
