//! `cargo xtask connect`: a telnet for everyone. What is typed goes out line by line, what comes in is shown at once.

use crate::OUR_FAULT;
use crate::PASSED;
use crate::messages;
use anyhow::Context;
use anyhow::Result;
use anyhow::anyhow;
use anyhow::bail;
use socket2::Domain;
use socket2::SockAddr;
use socket2::Socket;
use socket2::Type;
use std::io::BufRead;
use std::io::IsTerminal;
use std::io::Read;
use std::io::Write;
use std::net::Shutdown;
use std::net::SocketAddr;
use std::net::ToSocketAddrs;
use std::path::PathBuf;
use std::time::Duration;

/// After the end of input, how long to wait for answers to datagrams: nothing tells that no more will come.
const LAST_DATAGRAMS: Duration = Duration::from_secs(1);

/// Talk to a server by hand: lines out, bytes in.
#[derive(clap::Args)]
#[command(
    after_help = "The end of your input (Ctrl-D) shuts the sending side: the server sees end of file and can still answer.
Examples:
  cargo xtask connect 127.0.0.1:10000
  printf 'hello' | cargo xtask connect 127.0.0.1:10000
  cargo xtask connect --udp 127.0.0.1:10000       each line is one datagram, without its newline
  cargo xtask connect --unix /tmp/echo.sock"
)]
pub(crate) struct Arguments {
    /// HOST:PORT, or a path with --unix.
    addr: String,
    /// Send each line as a datagram.
    #[arg(long, conflicts_with = "unix")]
    udp: bool,
    /// Connect to a Unix-domain socket.
    #[arg(long)]
    unix: bool,
}

/// # Errors
/// Where there is nobody to talk to, or the conversation breaks.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    if arguments.udp {
        return converse_udp(resolve(&arguments.addr)?);
    }
    let socket = if arguments.unix {
        connect_unix(&arguments.addr)?
    } else {
        connect_tcp(&arguments.addr)?
    };
    messages::step("connected; Ctrl-D ends your side, Ctrl-C everything");
    let sending = socket.try_clone().context("failed to share the socket")?;
    // Ends with the process: a person may never press Ctrl-D.
    std::thread::spawn(move || send_lines(sending));
    let mut receiving = socket;
    let mut chunk = [0; 16 * 1024];
    let mut is_at_line_start = true;
    let mut stdout = std::io::stdout();
    loop {
        match receiving.read(&mut chunk) {
            Ok(0) => {
                // On stderr, so that a pipe gets what came and nothing else.
                let line_end = if is_at_line_start { "" } else { "\n" };
                messages::step(&format!(
                    "{line_end}the other side has closed (end of file)"
                ));
                return Ok(PASSED);
            }
            Ok(count) => {
                if stdout
                    .write_all(&chunk[..count])
                    .and_then(|()| stdout.flush())
                    .is_err()
                {
                    return Ok(PASSED); // Whoever read our output has gone.
                }
                is_at_line_start = chunk[count - 1] == b'\n' || !stdout.is_terminal();
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => {
                messages::step(&format!("the connection was cut: {error}"));
                return Ok(OUR_FAULT);
            }
        }
    }
}

fn connect_tcp(text: &str) -> Result<Socket> {
    let mut last = None;
    for addr in text.to_socket_addrs().map_err(|_| not_an_address(text))? {
        let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)
            .context("failed to make a socket")?;
        match socket.connect(&addr.into()) {
            Ok(()) => return Ok(socket),
            Err(error) => last = Some(error),
        }
    }
    match last {
        Some(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            bail!(
                "nobody listens on {text}; is the server running (cargo xtask run PROGRAM), and on this port?"
            )
        }
        Some(error) => Err(error).with_context(|| format!("failed to connect to {text}")),
        None => bail!("{text} has no address"),
    }
}

fn connect_unix(path: &str) -> Result<Socket> {
    let addr = SockAddr::unix(PathBuf::from(path))
        .with_context(|| format!("{path} is no path for a socket"))?;
    let socket = Socket::new(Domain::UNIX, Type::STREAM, None)
        .context("this system has no Unix-domain sockets")?;
    socket
        .connect(&addr)
        .with_context(|| format!("failed to connect to {path}"))?;
    Ok(socket)
}

fn resolve(text: &str) -> Result<SocketAddr> {
    let mut addrs = text.to_socket_addrs().map_err(|_| not_an_address(text))?;
    addrs
        .next()
        .with_context(|| format!("{text} has no address"))
}

fn not_an_address(text: &str) -> anyhow::Error {
    anyhow!(
        "cannot make an address of {text}; write HOST:PORT, for example 127.0.0.1:10000 or [::1]:10000"
    )
}

/// Sends what is typed, each line at once (and from a pipe each piece, as it comes), and at the end of input shuts the sending side.
fn send_lines(mut socket: Socket) {
    let mut input = std::io::stdin().lock();
    while let Ok(piece) = input.fill_buf() {
        let count = piece.len();
        if count == 0 {
            break;
        }
        if socket.write_all(piece).is_err() {
            return; // The reading side says why.
        }
        input.consume(count);
    }
    let _ = socket.shutdown(Shutdown::Write);
}

fn converse_udp(addr: SocketAddr) -> Result<u8> {
    let socket = Socket::new(Domain::for_address(addr), Type::DGRAM, None)
        .context("failed to make a socket")?;
    socket
        .connect(&addr.into())
        .with_context(|| format!("failed to use the address {addr}"))?;
    messages::step("each line is one datagram; Ctrl-D ends");
    let mut receiving = socket.try_clone().context("failed to share the socket")?;
    std::thread::spawn(move || {
        let mut datagram = vec![0; 65_536];
        loop {
            match receiving.read(&mut datagram) {
                Ok(count) => {
                    let mut stdout = std::io::stdout();
                    let text = [&datagram[..count], b"\n"].concat();
                    let _ = stdout.write_all(&text).and_then(|()| stdout.flush());
                }
                Err(error) if is_refusal(&error) => {
                    messages::step("refused: nobody listens there");
                }
                Err(_) => return,
            }
        }
    });
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    while input
        .read_until(b'\n', &mut line)
        .context("failed to read stdin")?
        > 0
    {
        let datagram = line.strip_suffix(b"\n").unwrap_or(&line);
        // A refusal of the datagram before is reported here, and says nothing about this one.
        let _ = socket.send(datagram);
        line.clear();
    }
    std::thread::park_timeout(LAST_DATAGRAMS);
    Ok(PASSED)
}

/// The answer to a datagram that nobody took; Windows calls it a reset.
fn is_refusal(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::*;
    matches!(error.kind(), ConnectionRefused | ConnectionReset)
}
