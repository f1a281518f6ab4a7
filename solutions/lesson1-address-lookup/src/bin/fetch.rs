//! Fetches a page from a web server, trying each of its addresses in turn.
//!
//! `fetch HOST PORT [PATH] [--connect-timeout SECONDS]`, for example `fetch localhost 8000 /index.html`.
//!
//! Why like this: a first version mostly connects to the first address, and waits as long as the kernel does. But a
//! name may have several addresses, the first may belong to a machine that is off, and nothing but silence tells so: on
//! Linux it costs some two minutes. So every address is tried, in the resolver's order, each with a new socket and a
//! limit of its own; to try them nearly at once is faster, and more code (Happy Eyeballs). The reply is copied until
//! the server closes, since one read is only what has come, and the request says `Connection: close`, without which the
//! server would wait for the next one. Names go to getaddrinfo itself: `to_socket_addrs` is shorter and finds the same
//! addresses, but it keeps neither the canonical name nor the kind of failure that tells "no such name" from "try again
//! later".

use clap::Parser;
use lesson1_address_lookup_solution::reason;
use lesson1_address_lookup_solution::resolve;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::Ipv6Addr;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

/// Fetches a page from a web server.
#[derive(Parser)]
struct Arguments {
    /// A name or an IP address.
    host: String,
    /// The port.
    #[arg(value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
    /// What to ask for.
    #[arg(default_value = "/")]
    path: String,
    /// How many seconds one address may take to accept the connection.
    #[arg(long, value_name = "SECONDS", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..))]
    connect_timeout: u64,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match fetch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            say(&format!("error: {}: {reason}", arguments.host));
            ExitCode::FAILURE
        }
    }
}

/// Resolves, connects, asks, and prints the reply.
fn fetch(arguments: &Arguments) -> Result<(), String> {
    let resolved = resolve(&arguments.host).map_err(|error| reason(&error))?;
    let timeout = Duration::from_secs(arguments.connect_timeout);
    let addrs = resolved.addrs.iter();
    let addrs = addrs.map(|addr| SocketAddr::new(*addr, arguments.port));
    let server = first_that_accepts(addrs, |addr| attempt(addr, timeout));
    let mut server = server.ok_or("no address accepted the connection")?;
    let host = host_header(&arguments.host, arguments.port);
    // A server that does not listen to the request may still have something to say, so the reply decides.
    let _ = server.write_all(request(&arguments.path, &host).as_bytes());
    copy_reply(&mut server)
}

/// Tries one address after the other until one accepts. A name's addresses are equally good only in theory: one may belong to a
/// machine that is off, another to a network that cannot be reached from here.
fn first_that_accepts(
    addrs: impl Iterator<Item = SocketAddr>,
    attempt: impl Fn(SocketAddr) -> Option<Socket>,
) -> Option<Socket> {
    for addr in addrs {
        if let Some(socket) = attempt(addr) {
            return Some(socket);
        }
    }
    None
}

/// Tries one address, and says how it went.
fn attempt(addr: SocketAddr, timeout: Duration) -> Option<Socket> {
    say(&format!("trying {addr}"));
    match connect(addr, timeout) {
        Ok(socket) => Some(socket),
        Err(error) => {
            say(&in_words(&error));
            None
        }
    }
}

/// Connects to one address, and gives up after `timeout`.
fn connect(addr: SocketAddr, timeout: Duration) -> io::Result<Socket> {
    // Everything that a socket needs to know is in the answer: its family, and where to connect.
    let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)?;
    // Without a limit, the kernel asks a machine that does not answer for two minutes.
    socket.connect_timeout(&addr.into(), timeout)?;
    Ok(socket)
}

/// Why an attempt to connect failed. The three ways mean three different things.
fn in_words(error: &io::Error) -> String {
    match error.kind() {
        // The machine is there, and says that nobody listens on this port.
        io::ErrorKind::ConnectionRefused => format!("refused: {error}"),
        // Nothing came back: the machine is off, or something on the way throws our packets away.
        io::ErrorKind::TimedOut => format!("timed out: {error}"),
        // Our own system, or one on the way, knows no way there.
        io::ErrorKind::NetworkUnreachable | io::ErrorKind::HostUnreachable => {
            format!("unreachable: {error}")
        }
        _ => error.to_string(),
    }
}

/// What stands behind `Host:`: the host as it was given, and the port where it is not the usual one.
fn host_header(host: &str, port: u16) -> String {
    // The colons of an IPv6 address must not be taken for the one before a port.
    let host = if host.parse::<Ipv6Addr>().is_ok() {
        format!("[{host}]")
    } else {
        host.to_owned()
    };
    if port == 80 {
        host
    } else {
        format!("{host}:{port}")
    }
}

/// The bytes of the request.
fn request(path: &str, host: &str) -> String {
    let slash = if path.starts_with('/') { "" } else { "/" };
    // Every line ends in \r\n, and an empty one ends the request. HTTP/1.1 demands Host: one machine serves many names.
    // Without `Connection: close`, the server would wait for our next request, and we for its end.
    format!("GET {slash}{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
}

/// Copies the reply to stdout, byte for byte, until the server closes. One read is not the reply, only what is there of it now.
fn copy_reply(server: &mut Socket) -> Result<(), String> {
    let mut stdout = io::stdout();
    let mut buffer = [0; 16 * 1024];
    let mut copied = 0;
    loop {
        let count = match server.read(&mut buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            // Without a byte, an end and a reset are the same to a user.
            Ok(0) | Err(_) if copied == 0 => return Err("closed without a reply".to_owned()),
            Ok(0) => break,
            Ok(count) => count,
            Err(error) => {
                stdout.flush().map_err(|error| error.to_string())?;
                return Err(error.to_string());
            }
        };
        // Bytes, not text: an image is a reply, too.
        let written = stdout.write_all(&buffer[..count]);
        written.map_err(|error| format!("cannot write: {error}"))?;
        copied += count;
    }
    // Stdout keeps a line that is not finished until it is flushed.
    stdout
        .flush()
        .map_err(|error| format!("cannot write: {error}"))
}

/// Stdout is for the reply alone.
fn say(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}
