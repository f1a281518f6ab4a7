//! `fetch` as it should be, in parts.

use crate::Played;
use crate::arguments;
use crate::arguments::Words;
use crate::ends;
use crate::resolver;
use crate::resolver::Resolved;
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

const DEFAULT_TIMEOUT: Duration = Duration::from_secs(5);
/// Why there is no connection.
const NOBODY: &str = "no address accepted the connection";

/// What the arguments ask for.
pub(crate) struct Order {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) path: Option<String>,
    /// For connecting to one address, where somebody has asked for another one than the usual.
    pub(crate) timeout: Option<Duration>,
}

/// Tries one address, and says how it went.
pub(crate) type Attempt = fn(SocketAddr, Duration) -> Option<Socket>;

/// What a program does with an order, step by step.
pub(crate) struct Steps {
    pub(crate) resolve: fn(&Order) -> Result<Resolved, String>,
    /// Finds an address that accepts.
    pub(crate) choose: fn(&[SocketAddr], Duration, Attempt) -> Option<Socket>,
    pub(crate) attempt: Attempt,
    pub(crate) request: fn(&Order) -> String,
    pub(crate) copy: fn(&mut Socket) -> Result<(), String>,
}

pub(crate) const CORRECT: Steps = Steps {
    resolve,
    choose,
    attempt,
    request,
    copy,
};

/// A program whose mistake is in one of the steps.
pub(crate) fn run(arguments: &[String], steps: Steps) -> Played {
    let order = parse(arguments)?;
    ends::succeed(fetch(&order, &steps))
}

/// A program whose mistake is before the first step or after the last one.
pub(crate) fn fetch(order: &Order, steps: &Steps) -> Result<(), String> {
    converse(order, steps).map_err(|reason| format!("{}: {reason}", order.host))
}

fn converse(order: &Order, steps: &Steps) -> Result<(), String> {
    let mut server = connected(order, steps)?;
    // The reply decides, even where the request could not be sent.
    let _ = server.write_all((steps.request)(order).as_bytes());
    (steps.copy)(&mut server)
}

/// A connection to an address that accepts.
pub(crate) fn connected(order: &Order, steps: &Steps) -> Result<Socket, String> {
    let resolved = (steps.resolve)(order)?;
    let addrs = resolved.addrs.iter();
    let addrs: Vec<SocketAddr> = addrs
        .map(|addr| SocketAddr::new(*addr, order.port))
        .collect();
    let timeout = order.timeout.unwrap_or(DEFAULT_TIMEOUT);
    let server = (steps.choose)(&addrs, timeout, steps.attempt);
    server.ok_or_else(|| NOBODY.to_owned())
}

pub(crate) fn parse(arguments: &[String]) -> Result<Order, ExitCode> {
    order(arguments::split(arguments, "--connect-timeout", 2..=3)?)
}

/// What those words ask for, of which there are two at least.
pub(crate) fn order(words: Words) -> Result<Order, ExitCode> {
    let port = parse_port(&words.plain[1])?;
    let timeout = parse_timeout(words.option.as_deref())?;
    Ok(order_for(&words, port, timeout))
}

pub(crate) fn order_for(words: &Words, port: u16, timeout: Option<Duration>) -> Order {
    Order {
        host: words.plain[0].clone(),
        port,
        path: words.plain.get(2).cloned(),
        timeout,
    }
}

pub(crate) fn parse_port(word: &str) -> Result<u16, ExitCode> {
    let port = word.parse().ok().filter(|port| *port > 0);
    port.ok_or_else(|| arguments::invalid(word))
}

pub(crate) fn parse_timeout(word: Option<&str>) -> Result<Option<Duration>, ExitCode> {
    let Some(word) = word else {
        return Ok(None);
    };
    let seconds = word.parse().ok().filter(|seconds| *seconds > 0);
    let seconds = seconds.ok_or_else(|| arguments::invalid(word))?;
    Ok(Some(Duration::from_secs(seconds)))
}

pub(crate) fn resolve(order: &Order) -> Result<Resolved, String> {
    resolver::resolve(&order.host).map_err(|error| resolver::reason(&error))
}

pub(crate) fn choose(addrs: &[SocketAddr], timeout: Duration, attempt: Attempt) -> Option<Socket> {
    addrs.iter().find_map(|addr| attempt(*addr, timeout))
}

pub(crate) fn attempt(addr: SocketAddr, timeout: Duration) -> Option<Socket> {
    announce(addr);
    judge(connect(addr, timeout))
}

/// An attempt whose mistake is in the words for how it failed.
pub(crate) fn attempt_explaining(
    addr: SocketAddr,
    timeout: Duration,
    in_words: fn(&io::Error) -> String,
) -> Option<Socket> {
    announce(addr);
    let connected = connect(addr, timeout);
    connected
        .map_err(|error| eprintln!("{}", in_words(&error)))
        .ok()
}

pub(crate) fn announce(addr: SocketAddr) {
    eprintln!("trying {addr}");
}

/// Says why it failed, if it did.
pub(crate) fn judge(connected: io::Result<Socket>) -> Option<Socket> {
    connected
        .map_err(|error| eprintln!("{}", in_words(&error)))
        .ok()
}

pub(crate) fn connect(addr: SocketAddr, timeout: Duration) -> io::Result<Socket> {
    let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)?;
    socket.connect_timeout(&addr.into(), timeout)?;
    Ok(socket)
}

pub(crate) fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => format!("refused: {error}"),
        io::ErrorKind::TimedOut => format!("timed out: {error}"),
        io::ErrorKind::NetworkUnreachable | io::ErrorKind::HostUnreachable => {
            format!("unreachable: {error}")
        }
        _ => error.to_string(),
    }
}

pub(crate) fn request(order: &Order) -> String {
    request_for(&path(order), &host(order))
}

pub(crate) fn request_for(path: &str, host: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
}

/// The path with its slash.
pub(crate) fn path(order: &Order) -> String {
    let path = typed_path(order);
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("{slash}{path}")
}

pub(crate) fn typed_path(order: &Order) -> &str {
    order.path.as_deref().unwrap_or("/")
}

pub(crate) fn host(order: &Order) -> String {
    with_port(&bracketed(&order.host), order.port)
}

pub(crate) fn bracketed(host: &str) -> String {
    if host.parse::<Ipv6Addr>().is_ok() {
        format!("[{host}]")
    } else {
        host.to_owned()
    }
}

pub(crate) fn with_port(host: &str, port: u16) -> String {
    if port == 80 {
        host.to_owned()
    } else {
        format!("{host}:{port}")
    }
}

pub(crate) fn copy(server: &mut Socket) -> Result<(), String> {
    copy_showing(server, print)
}

/// A copy whose mistake is in how it shows a piece.
pub(crate) fn copy_showing(server: &mut Socket, show: impl FnMut(&[u8])) -> Result<(), String> {
    let (count, ended) = receive(server, show);
    conclude(count, ended)
}

/// Reads to the end, and hands each piece to `show`. Answers how many bytes there were, and how they ended.
pub(crate) fn receive(server: &mut Socket, mut show: impl FnMut(&[u8])) -> (usize, io::Result<()>) {
    let mut buffer = [0; 16 * 1024];
    let mut count = 0;
    loop {
        match server.read(&mut buffer) {
            Ok(0) => return (count, Ok(())),
            Ok(length) => {
                show(&buffer[..length]);
                count += length;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return (count, Err(error)),
        }
    }
}

/// Reads to the end, and keeps everything.
pub(crate) fn collect(server: &mut Socket) -> (Vec<u8>, io::Result<()>) {
    let mut reply = Vec::new();
    let (_, ended) = receive(server, |piece| reply.extend_from_slice(piece));
    (reply, ended)
}

/// A program that keeps everything, and whose mistake is in how it shows that.
pub(crate) fn copy_as_a_whole(server: &mut Socket, show: impl FnOnce(&[u8])) -> Result<(), String> {
    let (reply, ended) = collect(server);
    show(&reply);
    conclude(reply.len(), ended)
}

pub(crate) fn conclude(count: usize, ended: io::Result<()>) -> Result<(), String> {
    if count == 0 {
        return Err("closed without a reply".to_owned());
    }
    ended.map_err(|error| error.to_string())
}

pub(crate) fn print(bytes: &[u8]) {
    let mut stdout = io::stdout();
    stdout.write_all(bytes).unwrap();
    stdout.flush().unwrap();
}
