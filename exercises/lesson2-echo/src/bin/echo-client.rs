//! Sends a message, or all of stdin, and prints what comes back.
//!
//! `echo-client ADDR [MESSAGE]`, for example `echo-client 127.0.0.1:10000 hello`.

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
use std::sync::mpsc::Sender;
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
    /// So many bytes came back and were printed.
    Printed(u64),
    /// Nothing more will come back: the server has closed, or the connection was cut.
    Closed,
    /// So many bytes were to be sent in all.
    InputEnded(u64),
    /// Reading our input or writing our output failed: there is no point in going on.
    Broken(String),
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
    let (sending, receiving) =
        connect(addr).map_err(|error| format!("cannot connect to {addr}: {error}"))?;
    let input: Box<dyn Read + Send> = match arguments.message {
        Some(message) => Box::new(io::Cursor::new(message.into_encoded_bytes())),
        None => Box::new(io::stdin()),
    };
    // Sending and receiving must not wait for each other: a server that sends back 8 MiB stops reading ours when
    // nobody reads its own. So each direction has a thread, and the main one only counts.
    let (events, received_events) = mpsc::channel();
    let sender_events = events.clone();
    thread::spawn(move || send(input, sending, &sender_events));
    thread::spawn(move || receive(receiving, &events));
    count(received_events)
}

/// Connects, and gives a handle for each direction.
fn connect(addr: SocketAddr) -> io::Result<(Socket, Socket)> {
    let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)?;
    // No bind: the kernel chooses our address and port. connect() returns when the other side's kernel has
    // answered, which does not mean that its program has accepted.
    socket.connect(&addr.into())?;
    // A second handle to the same connection, not a second connection.
    let second = socket.try_clone()?;
    Ok((socket, second))
}

/// Sends the input while it is read.
fn send(mut input: Box<dyn Read + Send>, mut socket: Socket, events: &Sender<Event>) {
    let mut buffer = [0; 16 * 1024];
    let mut total = 0;
    let mut is_open = true;
    let last = loop {
        match input.read(&mut buffer) {
            Ok(0) => break Event::InputEnded(total),
            Ok(count) => {
                total += count as u64;
                // A server that has closed takes no more, but the input is still read to its end: only then is it
                // known how many bytes should have come back.
                is_open = is_open && socket.write_all(&buffer[..count]).is_ok();
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => break Event::Broken(format!("cannot read the input: {error}")),
        }
    };
    // Half-close: the server sees end of file, and can still send. Fails only where the connection has gone.
    let _ = socket.shutdown(Shutdown::Write);
    // The main thread may have ended already; then nobody needs to know.
    let _ = events.send(last);
}

/// Prints what comes back as it comes.
fn receive(mut socket: Socket, events: &Sender<Event>) {
    let mut buffer = [0; 16 * 1024];
    let mut stdout = io::stdout();
    let last = loop {
        match socket.read(&mut buffer) {
            // The end of file adds nothing to the sum: whoever only counts would ask for ever.
            Ok(0) => break Event::Closed,
            Ok(count) => {
                let printed = stdout.write_all(&buffer[..count]).and_then(|()| stdout.flush());
                if let Err(error) = printed {
                    break Event::Broken(format!("cannot write to stdout: {error}"));
                }
                let _ = events.send(Event::Printed(count as u64));
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // A reset ends the conversation like an end of file; what came before it counts.
            Err(_) => break Event::Closed,
        }
    };
    let _ = events.send(last);
}

/// Waits until as many bytes came back as were sent, or until no more can come.
fn count(events: mpsc::Receiver<Event>) -> Result<(), String> {
    let mut printed = 0;
    let mut total = None;
    let mut closed = false;
    for event in events {
        match event {
            Event::Printed(count) => printed += count,
            Event::Closed => closed = true,
            Event::InputEnded(count) => total = Some(count),
            Event::Broken(reason) => return Err(reason),
        }
        // How many must come back is known only once the input has ended. A server need not close first.
        if let Some(total) = total {
            if printed >= total {
                return Ok(());
            }
            if closed {
                return Err(format!("server closed after {printed} of {total} bytes"));
            }
        }
    }
    Err("a thread ended without a word".to_owned())
}
