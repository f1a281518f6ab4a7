//! Asks a sum server to add two numbers, and prints the sum.
//!
//! `sum-client ADDR A B [--framing lines|fixed|length|shutdown]`, for example `sum-client 127.0.0.1:50000 -3 5`.

// The holes need more imports than these; the README lists them.
use clap::Parser;
use lesson3_sum_server::Framing;
use std::io;
use std::io::BufReader;
use std::io::Write;
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
    // TODO: connect, write all of the request at once; where the framing is `shutdown`, shut your sending side.
    todo!("send {request:?} to {addr} in framing {framing:?}")
}

/// The bytes of the request.
fn request(arguments: &Arguments) -> Vec<u8> {
    let (a, b) = (arguments.a, arguments.b);
    // TODO: one line; 16 bytes; a length and a text; a text alone.
    todo!("ask for {a} and {b}")
}

/// A reply that ends in a newline. What comes after it is not waited for.
fn read_line(reader: &mut BufReader<TcpStream>) -> Result<i64, String> {
    // TODO: read to the newline, and no more than LONGEST bytes and one. Without a newline at its end, the reply was cut off.
    // `sum::sum_in` reads the rest.
    todo!("read a line from {reader:?}")
}

/// A reply of 9 bytes: a status and the sum.
fn read_fixed(reader: &mut BufReader<TcpStream>) -> Result<i64, String> {
    // TODO: fill 9 bytes. Status 1 is the error `overflow`; a status that you do not know is an error, too.
    todo!("read 9 bytes from {reader:?}")
}

/// A reply with its length in front.
fn read_length(reader: &mut BufReader<TcpStream>) -> Result<i64, String> {
    // TODO: fill the two bytes of the length, then as many bytes as they say.
    todo!("read a message from {reader:?}")
}

/// A reply that ends where the server closes.
fn read_to_end(reader: &mut BufReader<TcpStream>) -> Result<i64, String> {
    // TODO: read to the end of file. Nothing at all is no reply.
    todo!("read to the end of {reader:?}")
}
