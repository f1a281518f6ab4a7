//! Asks a sum server to add two numbers, and prints the sum.
//!
//! `sum-client ADDR A B [--framing lines|fixed|length|shutdown]`, for example `sum-client 127.0.0.1:50000 -3 5`.

use clap::Parser;
use lesson3_sum_server_solution::Framing;
use lesson3_sum_server_solution::LONGEST;
use lesson3_sum_server_solution::sum;
use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::io::Write;
use std::net::Shutdown;
use std::net::SocketAddr;
use std::net::TcpStream;
use std::process::ExitCode;

/// Asks a sum server to add two numbers, and prints the sum.
#[derive(Parser)]
#[command(allow_negative_numbers = true)]
struct Arguments {
    /// The server's address.
    addr: SocketAddr,
    /// The first number.
    a: i64,
    /// The second number.
    b: i64,
    /// How the end of a message is found.
    #[arg(long, value_enum, default_value_t = Framing::Lines)]
    framing: Framing,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // Nothing is printed before the whole reply is there and understood: half a number looks like a number.
    let printed = ask(&arguments)
        .and_then(|sum| writeln!(io::stdout(), "{sum}").map_err(|error| error.to_string()));
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            let _ = writeln!(io::stderr(), "error: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// Sends the request and waits for the sum.
fn ask(arguments: &Arguments) -> Result<i64, String> {
    let server = send(arguments.addr, &request(arguments), arguments.framing)?;
    let mut reader = BufReader::new(server);
    match arguments.framing {
        Framing::Lines => read_line(&mut reader),
        Framing::Fixed => read_fixed(&mut reader),
        Framing::Length => read_length(&mut reader),
        Framing::Shutdown => read_to_end(&mut reader),
    }
}

/// Connects, sends the request, and ends it as its framing demands.
fn send(addr: SocketAddr, request: &[u8], framing: Framing) -> Result<TcpStream, String> {
    let mut server =
        TcpStream::connect(addr).map_err(|error| format!("cannot connect to {addr}: {error}"))?;
    // All of it at once: two writes for two numbers would be two packets.
    let sent = server.write_all(request);
    sent.map_err(|error| format!("cannot send the request: {error}"))?;
    if framing == Framing::Shutdown {
        // The only end that this framing has. The server can still answer.
        let ended = server.shutdown(Shutdown::Write);
        ended.map_err(|error| format!("cannot end the request: {error}"))?;
    }
    Ok(server)
}

/// The bytes of the request.
fn request(arguments: &Arguments) -> Vec<u8> {
    let (a, b) = (arguments.a, arguments.b);
    let text = format!("{a} {b}");
    match arguments.framing {
        Framing::Lines => format!("{text}\n").into_bytes(),
        Framing::Fixed => [a.to_be_bytes(), b.to_be_bytes()].concat(),
        Framing::Length => [&(text.len() as u16).to_be_bytes(), text.as_bytes()].concat(),
        Framing::Shutdown => text.into_bytes(),
    }
}

/// A reply that ends in a newline. What comes after it is not waited for.
fn read_line(reader: &mut BufReader<TcpStream>) -> Result<i64, String> {
    let mut line = Vec::new();
    // The other side is a stranger, too: a line without an end must not fill our memory.
    reader
        .take(LONGEST as u64 + 1)
        .read_until(b'\n', &mut line)
        .map_err(|error| in_words(&error))?;
    match line.strip_suffix(b"\n") {
        Some(text) => sum::sum_in(text.strip_suffix(b"\r").unwrap_or(text)),
        None if line.is_empty() => Err("the server closed without a reply".to_owned()),
        None => Err(format!("the reply was cut off: {}", line.escape_ascii())),
    }
}

/// A reply of 9 bytes: a status and the sum.
fn read_fixed(reader: &mut BufReader<TcpStream>) -> Result<i64, String> {
    let mut status = [0];
    let mut sum = [0; 8];
    reader
        .read_exact(&mut status)
        .and_then(|()| reader.read_exact(&mut sum))
        .map_err(|error| in_words(&error))?;
    match status {
        [0] => Ok(i64::from_be_bytes(sum)),
        [1] => Err("overflow".to_owned()),
        [other] => Err(format!("the reply has the unknown status {other}")),
    }
}

/// A reply with its length in front.
fn read_length(reader: &mut BufReader<TcpStream>) -> Result<i64, String> {
    let mut prefix = [0; 2];
    reader
        .read_exact(&mut prefix)
        .map_err(|error| in_words(&error))?;
    let mut text = vec![0; usize::from(u16::from_be_bytes(prefix))];
    reader
        .read_exact(&mut text)
        .map_err(|error| in_words(&error))?;
    sum::sum_in(&text)
}

/// A reply that ends where the server closes.
fn read_to_end(reader: &mut BufReader<TcpStream>) -> Result<i64, String> {
    let mut text = Vec::new();
    reader
        .take(LONGEST as u64 + 1)
        .read_to_end(&mut text)
        .map_err(|error| in_words(&error))?;
    if text.is_empty() {
        return Err("the server closed without a reply".to_owned());
    }
    sum::sum_in(&text)
}

/// What a failed read means to a user.
fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => "the server closed before its reply was whole".to_owned(),
        _ => format!("cannot read the reply: {error}"),
    }
}
