//! Sends a message, or all of stdin, and prints what comes back.
//!
//! `echo-client ADDR [MESSAGE]`, for example `echo-client 127.0.0.1:10000 hello`.

use clap::Parser;
use socket2::Socket;
use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::io::Write;
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
    // TODO: make a stream socket (socket2::Socket::new) whose domain fits the address, and connect it. A client need not bind.
    todo!("connect to {addr}")
}

/// Sends the input while it is read, then shuts the sending side. Says how many bytes the input had in all.
fn send_all(input: &mut dyn Read, socket: &mut Socket) -> io::Result<u64> {
    let mut buffer = [0; 16 * 1024];
    let mut total = 0;
    loop {
        match input.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => {
                total += count as u64;
                // TODO: send these bytes at once. In stage 4: what if the server has closed already? `total` must
                // still count the whole input.
                todo!("send byte {total} on {socket:?}")
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    // TODO: shut the sending side, so that the server sees end of file.
    Ok(total)
}

/// Waits until something has come back, and prints it at once. Says how many bytes it was: 0 once nothing more can come.
fn print_next(socket: &mut Socket) -> io::Result<usize> {
    // TODO: read once, write what came to stdout, flush, and say how many bytes it was. A reset is an end, too.
    todo!("read from {socket:?}, and print what came")
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
    // TODO: done when as many bytes came back as were sent; `server closed after N of M bytes` when no more can come.
    todo!("decide after {printed} bytes: total {total:?}, closed {closed}")
}
