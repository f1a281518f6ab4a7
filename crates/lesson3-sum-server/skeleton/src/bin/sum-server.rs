//! Adds two numbers for whoever asks, in one of four framings.
//!
//! `sum-server [ADDR] [--framing lines|fixed|length|shutdown]`, for example `sum-server 127.0.0.1:50000`.

// The holes need more imports than these; the README lists them.
use clap::Parser;
use lesson3_sum_server::Framing;
use std::io;
use std::io::BufReader;
use std::io::Write;
use std::net::SocketAddr;
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::ExitCode;

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
    // TODO: std's TcpListener does the steps socket, bind and listen in one call.
    todo!("listen on {addr}")
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
    // TODO: read a line, `send` the text of `sum::reply_to` and a newline, and again until the end of file: then `Ok(None)`.
    // TODO, in stage 3: a line may be too long. Never read more than LONGEST bytes and one of it (`Read::take`); the reply to it is
    // returned as `Ok(Some(…))`, and the caller sends it.
    todo!("answer each line from {reader:?}")
}

/// Requests of 16 bytes and replies of 9: there is nothing to look for, and nothing that could be too long.
fn serve_fixed(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<Vec<u8>>> {
    // TODO, in stage 4: fill 8 bytes, and 8 more, in however many reads that takes. Two big-endian numbers in, a status and the
    // sum out. The end of file, also in the middle of a request, is `Ok(None)`.
    todo!("answer each 16 bytes from {reader:?}")
}

/// Requests and replies with their length in front. Returns as `serve_lines` does.
fn serve_length(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<Vec<u8>>> {
    // TODO, in stage 4: read the two bytes of the length, then as many bytes as they say, and answer with `sum::reply_to`. A length
    // over LONGEST is refused at once, by returning the last reply, without a byte of what it announces.
    todo!("answer each message from {reader:?}")
}

/// One request that ends where the client shuts its sending side, and one reply that ends where we close. Returns as
/// `serve_lines` does.
fn serve_shutdown(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<Vec<u8>>> {
    // TODO, in stage 4: read to the end of file, but never more than LONGEST bytes and one: then return the last reply. One line end
    // at the end of the text is ignored.
    todo!("answer the one request from {reader:?}")
}

/// Sends all of `bytes`.
fn send(mut client: &TcpStream, bytes: &[u8]) -> io::Result<()> {
    client.write_all(bytes)
}

/// Ends a conversation in the middle in such a way that the client can read the last reply.
fn let_it_read(client: &TcpStream) -> io::Result<()> {
    // TODO, in stage 3: closing while bytes of the client's are unread is a reset, and a reset may overtake the reply. Shut your
    // sending side, then read what is left and throw it away, for a second in all: a timeout of the socket bounds one read only.
    todo!("let {client:?} read the reply before the connection is closed")
}

/// What to do when accept fails, so that the server lives on.
fn pause_after(error: &io::Error) {
    // TODO, in stage 5: accept fails at once, again and again, while no descriptor is free. Say so on stderr, and wait a moment.
    todo!("survive this: {error}")
}

/// Messages for people go to stderr; where nobody reads them, that is no reason to end.
fn log(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}
