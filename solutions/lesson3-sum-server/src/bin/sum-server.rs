//! Adds two numbers for whoever asks, in one of four framings.
//!
//! `sum-server [ADDR] [--framing lines|fixed|length|shutdown]`, for example `sum-server 127.0.0.1:50000`.
//!
//! Why like this: a first server reads once and parses what came. That is right as long as each request comes by itself
//! and whole, which TCP does not promise: it has no borders. So each framing reads on until its request is complete,
//! through one `BufReader` for the whole conversation, since a new one for each request would lose what the last one
//! has read too much. `lines()` would be shorter, but it keeps whatever a stranger sends until a newline comes; `take`
//! sets a limit. And where the server ends a conversation in the middle, it does not just close: with unread bytes that
//! would be a reset, which can destroy the reply. As good as the `BufReader`: a Vec to which each read is appended and
//! from whose front complete requests are taken; where nothing may wait, as in lesson 5, it is the usual way.

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
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;
use std::time::Instant;

/// Adds two numbers for whoever asks.
#[derive(Parser)]
struct Arguments {
    /// The address to listen on; port 0 lets the system choose.
    #[arg(default_value = "127.0.0.1:50000")]
    addr: SocketAddr,
    /// How the end of a message is found.
    #[arg(long, value_enum, default_value_t = Framing::Lines)]
    framing: Framing,
}

/// What came where a line should.
enum Line {
    /// A line, without its end.
    Whole(Vec<u8>),
    /// More bytes than a line may have, and no newline among them.
    TooLong,
    /// The end of file: the client will ask no more.
    End,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let (listener, addr) = match listen(arguments.addr) {
        Ok(listening) => listening,
        Err(error) => {
            log(&format!(
                "error: cannot listen on {}: {error}",
                arguments.addr
            ));
            return ExitCode::FAILURE;
        }
    };
    let mut stdout = io::stdout();
    let _ = writeln!(stdout, "listening on {addr}").and_then(|()| stdout.flush());
    serve(&listener, arguments.framing)
}

/// Listens on `addr`, and says on which address it really does.
fn listen(addr: SocketAddr) -> io::Result<(TcpListener, SocketAddr)> {
    // Steps 1 to 3 of lesson 2 in one call: socket, bind (with SO_REUSEADDR where that is right), listen.
    let listener = TcpListener::bind(addr)?;
    let bound = listener.local_addr()?;
    Ok((listener, bound))
}

/// Serves one client after the other, for ever. The next one waits in the kernel's queue meanwhile.
fn serve(listener: &TcpListener, framing: Framing) -> ! {
    loop {
        match listener.accept() {
            Ok((client, _)) => {
                // However a conversation fails, it is that client's affair alone.
                if let Err(error) = converse(&client, framing) {
                    log(&format!("a client was cut off: {error}"));
                }
            }
            Err(error) => pause_after(&error),
        }
    }
}

/// Answers one client's requests until it has ended. Returning closes the connection.
fn converse(client: &TcpStream, framing: Framing) -> io::Result<()> {
    // Each reply is complete. Without this, Nagle's algorithm would hold a second one back until the first is acknowledged.
    client.set_nodelay(true)?;
    // One read may bring half a request, or three of them. The rest waits in this buffer, so there is one for the whole
    // conversation: a new one for each request would throw away what the last one had read too much.
    let mut reader = BufReader::new(client);
    let last = match framing {
        Framing::Lines => serve_lines(&mut reader)?,
        Framing::Fixed => serve_fixed(&mut reader)?,
        Framing::Length => serve_length(&mut reader)?,
        Framing::Shutdown => serve_shutdown(&mut reader)?,
    };
    // A client that has ended needs no farewell; one whose next request could not even be found does.
    if let Some(reply) = last {
        send(client, &reply)?;
        let_it_read(client)?;
    }
    Ok(())
}

/// Requests and replies that end in a newline. Answers them until the client has ended; where that cannot go on, returns the
/// last reply.
fn serve_lines(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<Vec<u8>>> {
    loop {
        match read_line(reader)? {
            Line::Whole(line) => {
                let reply = format!("{}\n", sum::reply_to(&line));
                send(reader.get_ref(), reply.as_bytes())?;
            }
            // Where the next request begins is anybody's guess now.
            Line::TooLong => return Ok(Some(b"error: line too long\n".to_vec())),
            Line::End => return Ok(None),
        }
    }
}

/// Requests of 16 bytes and replies of 9: there is nothing to look for, and nothing that could be too long.
fn serve_fixed(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<Vec<u8>>> {
    let mut a = [0; 8];
    let mut b = [0; 8];
    while read_whole(reader, &mut a)? && read_whole(reader, &mut b)? {
        // Big-endian, the network's order: the other side may be another kind of machine.
        let (status, sum) = match sum::add(i64::from_be_bytes(a), i64::from_be_bytes(b)) {
            Ok(sum) => (0, sum),
            Err(_) => (1, 0),
        };
        // One write for the whole reply; two would be two packets.
        let reply = [[status].as_slice(), sum.to_be_bytes().as_slice()].concat();
        send(reader.get_ref(), &reply)?;
    }
    Ok(None)
}

/// Requests and replies with their length in front. Returns as `serve_lines` does.
fn serve_length(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<Vec<u8>>> {
    let mut prefix = [0; 2];
    while read_whole(reader, &mut prefix)? {
        let length = usize::from(u16::from_be_bytes(prefix));
        if length > LONGEST {
            // Believing a length means making room, and waiting, for whatever a stranger claims.
            return Ok(Some(with_length("error: request too long")));
        }
        let mut text = vec![0; length];
        if !read_whole(reader, &mut text)? {
            break;
        }
        send(reader.get_ref(), &with_length(&sum::reply_to(&text)))?;
    }
    Ok(None)
}

/// One request that ends where the client shuts its sending side, and one reply that ends where we close. Returns as
/// `serve_lines` does.
fn serve_shutdown(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<Vec<u8>>> {
    let mut text = Vec::new();
    // take() ends at the limit like a file at its end, without waiting for more.
    let mut limited = reader.take(LONGEST as u64 + 1);
    limited.read_to_end(&mut text)?;
    if text.len() > LONGEST {
        return Ok(Some(b"error: line too long".to_vec()));
    }
    strip_line_end(&mut text);
    send(reader.get_ref(), sum::reply_to(&text).as_bytes())?;
    Ok(None)
}

/// Reads one line, and never keeps more of it than the limit.
fn read_line(reader: &mut BufReader<&TcpStream>) -> io::Result<Line> {
    let mut line = Vec::new();
    // One byte more than the limit: that is the newline, or proof that the line is too long.
    reader
        .take(LONGEST as u64 + 1)
        .read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Ok(Line::End);
    }
    if line.len() > LONGEST && !line.ends_with(b"\n") {
        return Ok(Line::TooLong);
    }
    // A last line need not have a newline: the end of file ends it as well.
    strip_line_end(&mut line);
    Ok(Line::Whole(line))
}

/// Removes one `\n`, `\r\n`, or `\r` from the end: telnet and Windows end their lines with two bytes.
fn strip_line_end(line: &mut Vec<u8>) {
    if line.ends_with(b"\n") {
        line.pop();
    }
    if line.ends_with(b"\r") {
        line.pop();
    }
}

/// Fills the buffer, in as many reads as it takes. `false` at the end of file, in the middle of a request too: half a
/// request is none.
fn read_whole(reader: &mut BufReader<&TcpStream>, buffer: &mut [u8]) -> io::Result<bool> {
    match reader.read_exact(buffer) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

/// A message with its length in front.
fn with_length(text: &str) -> Vec<u8> {
    let length = u16::try_from(text.len()).expect("a reply is shorter than 64 KiB");
    [&length.to_be_bytes(), text.as_bytes()].concat()
}

/// Sends all of `bytes`.
fn send(mut client: &TcpStream, bytes: &[u8]) -> io::Result<()> {
    client.write_all(bytes)
}

/// Ends a conversation in the middle in such a way that the client can read the last reply.
fn let_it_read(client: &TcpStream) -> io::Result<()> {
    client.shutdown(Shutdown::Write)?;
    // Closing while bytes of the client's are unread is a reset, and a reset may overtake the reply. So they are read and
    // thrown away, until the client has ended too, but not for ever: others are waiting.
    let deadline = Instant::now() + Duration::from_secs(1);
    let mut rest = [0; 16 * 1024];
    loop {
        let remaining = deadline.saturating_duration_since(Instant::now());
        if remaining.is_zero() {
            return Ok(());
        }
        client.set_read_timeout(Some(remaining))?;
        match (&*client).read(&mut rest) {
            // The reply has been sent; how the rest ends does not matter.
            Ok(0) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

/// What to do when accept fails, so that the server lives on.
fn pause_after(error: &io::Error) {
    log(&format!("cannot accept: {error}"));
    // Out of descriptors, accept fails again at once: give the machine a moment.
    thread::sleep(Duration::from_millis(50));
}

/// Messages for people go to stderr; where nobody reads them, that is no reason to end.
fn log(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}
