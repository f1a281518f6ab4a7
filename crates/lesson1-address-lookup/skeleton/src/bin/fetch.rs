//! Fetches a page from a web server, trying each of its addresses in turn.
//!
//! `fetch HOST PORT [PATH] [--connect-timeout SECONDS]`, for example `fetch localhost 8000 /index.html`.

// The holes need more imports than these; the README lists them.
use clap::Parser;
use lesson1_address_lookup::reason;
use lesson1_address_lookup::resolve;
use socket2::Socket;
use std::io;
use std::io::Write;
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
    // TODO: one address after the other, until an attempt succeeds.
    todo!("try all, not only {:?}", addrs.map(attempt).next())
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
    // TODO: a socket whose domain fits the address, and connect_timeout.
    todo!("connect to {addr} within {timeout:?}")
}

/// Why an attempt to connect failed. The three ways mean three different things.
fn in_words(error: &io::Error) -> String {
    // TODO, in stages 3 and 4: a line that begins with `refused`, `timed out` or `unreachable`; otherwise what the error says.
    todo!("put into words: {error}")
}

/// What stands behind `Host:`: the host as it was given, and the port where it is not the usual one.
fn host_header(host: &str, port: u16) -> String {
    // TODO: an IPv6 address in brackets; the port where it is not 80.
    todo!("name {host} and {port}")
}

/// The bytes of the request.
fn request(path: &str, host: &str) -> String {
    // TODO: three lines (GET, Host, Connection) and an empty one, each with \r\n at its end. A path that does not begin with a slash
    // gets one.
    todo!("ask {host} for {path}")
}

/// Copies the reply to stdout, byte for byte, until the server closes. One read is not the reply, only what is there of it now.
fn copy_reply(server: &mut Socket) -> Result<(), String> {
    // TODO: read, and write what came to stdout, until the end of file.
    // TODO, in stage 3: no byte at all, by a close or by a reset, is `closed without a reply`.
    // TODO, in stage 4: what if the connection breaks in the middle?
    todo!("copy the reply from {server:?}")
}

/// Stdout is for the reply alone.
fn say(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}
