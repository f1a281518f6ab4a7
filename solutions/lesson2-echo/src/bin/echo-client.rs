//! Sends a message, or all of stdin, and prints what comes back.
//!
//! `echo-client ADDR [MESSAGE]`, for example `echo-client 127.0.0.1:10000 hello`.
//!
//! Why like this: a first client sends everything and reads then. With 8 MiB it stands still for ever: the echo fills
//! the buffers on the way, the server stops reading, and our write waits for it. To send a piece and wait for its echo
//! is no cure, since the server may wait for more. So each direction has a thread, and the main one counts; one thread
//! that waits for whatever is ready (lesson 5) is as good. The count also finds the end, for a server need not close;
//! and stdin is read on after an early close, for only its end says how much is missing. The echo servers are shorter
//! than most first ones: what a read brought goes back in the same turn, as bytes. Whoever collects lines, text or a
//! full buffer keeps a client waiting, and an error ends one conversation there, never `main`.

use clap::Parser;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::Shutdown;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

/// Sends a message, or stdin, and prints what comes back.
#[derive(Parser)]
struct Arguments {
    /// The server's address.
    addr: SocketAddr,
    /// What to send; without it, all of stdin.
    message: Option<OsString>,
}

/// What the two threads tell the main one.
enum Event {
    /// So many more bytes came back and were printed.
    Printed(u64),
    /// Nothing more will come back: the server has closed, or the connection was cut.
    Closed,
    /// The input has ended; so many bytes were to be sent in all.
    InputEnded(u64),
    /// Reading our input or writing our output failed: there is no point in going on.
    Broken(io::Error),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match talk(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            let _ = writeln!(io::stderr(), "error: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn talk(arguments: Arguments) -> Result<(), String> {
    let addr = arguments.addr;
    let mut socket = connect(addr).map_err(|error| format!("cannot connect to {addr}: {error}"))?;
    // A second handle to the same connection, not a second connection.
    let mut second = socket
        .try_clone()
        .map_err(|error| format!("cannot share the socket: {error}"))?;
    let mut input: Box<dyn Read + Send> = match arguments.message {
        Some(message) => Box::new(io::Cursor::new(message.into_encoded_bytes())),
        None => Box::new(io::stdin()),
    };
    // Sending and receiving must not wait for each other: a server that sends 8 MiB back stops reading ours when
    // nobody reads its own. So each direction has a thread, and the main one only counts. It may have ended before
    // they have: then nobody needs to know what they say.
    let (events, inbox) = mpsc::channel();
    let sender_events = events.clone();
    thread::spawn(move || {
        let event = send_all(&mut input, &mut socket).map_or_else(Event::Broken, Event::InputEnded);
        let _ = sender_events.send(event);
    });
    thread::spawn(move || {
        let mut open = true;
        while open {
            let event = match print_next(&mut second) {
                Ok(0) => Event::Closed,
                Ok(count) => Event::Printed(count as u64),
                Err(error) => Event::Broken(error),
            };
            open = matches!(event, Event::Printed(_));
            let _ = events.send(event);
        }
    });
    watch(inbox)
}

/// Connects to the server.
fn connect(addr: SocketAddr) -> io::Result<Socket> {
    let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)?;
    // No bind: the kernel chooses our address and port. connect() returns when the other side's kernel has
    // answered, which does not mean that its program has accepted.
    socket.connect(&addr.into())?;
    Ok(socket)
}

/// Sends the input while it is read, then shuts the sending side. Says how many bytes the input had in all.
fn send_all(input: &mut dyn Read, socket: &mut Socket) -> io::Result<u64> {
    let mut buffer = [0; 16 * 1024];
    let mut total = 0;
    let mut is_open = true;
    loop {
        match input.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => {
                total += count as u64;
                // A server that has closed takes no more, but the input is still read to its end: only then is it
                // known how many bytes should have come back.
                is_open = is_open && socket.write_all(&buffer[..count]).is_ok();
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    // Half-close: the server sees end of file, and can still send. Fails only where the connection has gone.
    let _ = socket.shutdown(Shutdown::Write);
    Ok(total)
}

/// Waits until something has come back, and prints it at once. Says how many bytes it was: 0 once nothing more can come.
fn print_next(socket: &mut Socket) -> io::Result<usize> {
    let mut buffer = [0; 16 * 1024];
    let count = loop {
        match socket.read(&mut buffer) {
            // 0 is the end of file. It adds nothing to the sum: whoever only counts would ask for ever.
            Ok(count) => break count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // A reset ends the conversation like an end of file; what came before it counts.
            Err(_) => break 0,
        }
    };
    let mut stdout = io::stdout();
    stdout.write_all(&buffer[..count])?;
    // Stdout keeps a line that is not finished until it is flushed.
    stdout.flush()?;
    Ok(count)
}

/// Keeps count of what the threads say until the conversation is over.
fn watch(inbox: mpsc::Receiver<Event>) -> Result<(), String> {
    let mut printed = 0;
    let mut total = None;
    let mut closed = false;
    for event in inbox {
        match event {
            Event::Printed(count) => printed += count,
            Event::Closed => closed = true,
            Event::InputEnded(count) => total = Some(count),
            Event::Broken(error) => return Err(error.to_string()),
        }
        if let Some(outcome) = outcome(printed, total, closed) {
            return outcome;
        }
    }
    Err("a thread ended without a word".to_owned())
}

/// Is the conversation over, and how? `None` while there is still something to wait for. `total` is known once the
/// input has ended, `closed` is true once nothing more can come back.
fn outcome(printed: u64, total: Option<u64>, closed: bool) -> Option<Result<(), String>> {
    // How many bytes must come back is known only at the end of the input.
    let total = total?;
    // A server need not close first: whoever waits for that may wait for ever.
    if printed >= total {
        return Some(Ok(()));
    }
    closed.then(|| Err(format!("server closed after {printed} of {total} bytes")))
}
