//! The echo client as it should be, in parts, so that a flawed one replaces just the part with its mistake.

use crate::Played;
use crate::arguments;
use crate::conversation;
use socket2::SockRef;
use std::ffi::OsString;
use std::io;
use std::io::Cursor;
use std::io::Read;
use std::io::Write;
use std::net::Shutdown;
use std::net::SocketAddr;
use std::net::TcpStream;
use std::process::ExitCode;
use std::sync::mpsc;
use std::sync::mpsc::Sender;
use std::thread;

/// What the arguments say.
pub(crate) struct Request {
    pub(crate) addr: SocketAddr,
    pub(crate) message: Option<OsString>,
}

/// Where the bytes to send come from.
pub(crate) type Input = Box<dyn Read + Send>;

/// What the two threads tell the main one.
pub(crate) enum Event {
    /// So many bytes came back and were printed.
    Printed(u64),
    /// Nothing more will come back.
    Closed,
    /// So many bytes were to be sent in all.
    InputEnded(u64),
    /// There is no point in going on.
    Broken(String),
    /// There is nothing more to do: only a flawed client believes that.
    Done,
}

/// A client whose mistake is in how it sends or receives.
pub(crate) fn run(
    arguments: &[OsString],
    send: impl FnOnce(Input, &TcpStream, &Sender<Event>) + Send + 'static,
    receive: impl FnOnce(&TcpStream, &Sender<Event>) + Send + 'static,
) -> Played {
    let request = parse(arguments)?;
    let stream = finish(connect(request.addr))?;
    finish(converse(stream, input(request.message), send, receive))
}

/// A client whose mistake is neither in how it sends nor in how it receives.
pub(crate) fn talk(request: Request) -> Result<(), String> {
    let stream = connect(request.addr)?;
    converse(stream, input(request.message), send, receive)
}

/// The address and the message.
pub(crate) fn parse(arguments: &[OsString]) -> Result<Request, ExitCode> {
    let Some((addr, more)) = arguments.split_first() else {
        return Err(arguments::wrong_usage("ADDR is missing"));
    };
    let addr = arguments::parse_addr(&addr.to_string_lossy())?;
    let message = match more {
        [] => None,
        [dashes, message] if dashes == "--" => Some(message.clone()),
        [message] => Some(message.clone()),
        [_, second, ..] => {
            let problem = format!("unexpected argument '{}'", second.display());
            return Err(arguments::wrong_usage(&problem));
        }
    };
    Ok(Request { addr, message })
}

pub(crate) fn connect(addr: SocketAddr) -> Result<TcpStream, String> {
    TcpStream::connect(addr).map_err(|error| format!("cannot connect to {addr}: {error}"))
}

pub(crate) fn input(message: Option<OsString>) -> Input {
    match message {
        Some(message) => Box::new(Cursor::new(message.into_encoded_bytes())),
        None => Box::new(io::stdin()),
    }
}

/// Sends and receives at the same time, until as many bytes came back as were sent.
pub(crate) fn converse(
    stream: TcpStream,
    input: Input,
    send: impl FnOnce(Input, &TcpStream, &Sender<Event>) + Send + 'static,
    receive: impl FnOnce(&TcpStream, &Sender<Event>) + Send + 'static,
) -> Result<(), String> {
    let (events, received_events) = mpsc::channel();
    let second = stream.try_clone().unwrap();
    let sender_events = events.clone();
    thread::spawn(move || send(input, &stream, &sender_events));
    thread::spawn(move || receive(&second, &events));
    let mut printed = 0;
    let mut total = None;
    let mut closed = false;
    for event in received_events {
        match event {
            Event::Printed(count) => printed += count,
            Event::Closed => closed = true,
            Event::InputEnded(count) => total = Some(count),
            Event::Broken(reason) => return Err(reason),
            Event::Done => return Ok(()),
        }
        match total {
            Some(total) if printed >= total => return Ok(()),
            Some(total) if closed => {
                return Err(format!("server closed after {printed} of {total} bytes"));
            }
            _ => {}
        }
    }
    Err("both threads have ended".to_owned())
}

/// Says what went wrong, if anything did.
pub(crate) fn finish<T>(result: Result<T, String>) -> Result<T, ExitCode> {
    result.map_err(|reason| {
        eprintln!("error: {reason}");
        ExitCode::FAILURE
    })
}

/// Sends the input while it is read, and reads it to its end even if nobody takes it.
pub(crate) fn send(mut input: Input, stream: &TcpStream, events: &Sender<Event>) {
    let last = send_all(&mut input, stream);
    end(stream, events, last);
}

/// The same, without an end: what is sent after it belongs to the mistake.
pub(crate) fn send_all(input: &mut Input, mut stream: &TcpStream) -> Event {
    let mut buffer = [0; 16 * 1024];
    let mut total = 0;
    let mut is_open = true;
    loop {
        match conversation::read(input, &mut buffer) {
            Ok(0) => return Event::InputEnded(total),
            Ok(count) => {
                total += count as u64;
                is_open = is_open && stream.write_all(&buffer[..count]).is_ok();
            }
            Err(error) => return Event::Broken(format!("cannot read the input: {error}")),
        }
    }
}

/// Keeps the kernel from holding megabytes for a client that does not read: some systems have room for 8 MiB.
pub(crate) fn keep_buffers_small(stream: &TcpStream) {
    let socket = SockRef::from(stream);
    socket.set_recv_buffer_size(16 * 1024).unwrap();
    socket.set_send_buffer_size(16 * 1024).unwrap();
}

/// Tells the server and the main thread that nothing more will be sent.
pub(crate) fn end(stream: &TcpStream, events: &Sender<Event>, last: Event) {
    // Both fail only where nobody listens any more.
    let _ = stream.shutdown(Shutdown::Write);
    let _ = events.send(last);
}

/// Prints what comes back as it comes.
pub(crate) fn receive(stream: &TcpStream, events: &Sender<Event>) {
    receive_and(stream, events, print);
}

/// Hands what comes back to `show`, piece by piece.
pub(crate) fn receive_and(
    mut stream: &TcpStream,
    events: &Sender<Event>,
    mut show: impl FnMut(&[u8]),
) {
    let mut buffer = [0; 16 * 1024];
    while let Ok(count @ 1..) = conversation::read(&mut stream, &mut buffer) {
        show(&buffer[..count]);
        let _ = events.send(Event::Printed(count as u64));
    }
    let _ = events.send(Event::Closed);
}

pub(crate) fn print(bytes: &[u8]) {
    let mut stdout = io::stdout();
    stdout.write_all(bytes).unwrap();
    stdout.flush().unwrap();
}
