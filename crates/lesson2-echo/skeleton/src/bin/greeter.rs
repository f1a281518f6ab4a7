//! The warm-up: says hello to every client, by its address, and closes.
//!
//! `greeter [ADDR]`, for example `greeter 127.0.0.1:10000`.

use clap::Parser;
use socket2::Socket;
use std::io;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;

/// Greets every client by its address.
#[derive(Parser)]
struct Arguments {
    /// The address to listen on; port 0 lets the system choose.
    #[arg(default_value = "127.0.0.1:10000")]
    addr: SocketAddr,
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
    // Whoever started us may wait for this line in a pipe, and a pipe gets nothing before a flush.
    // A reader that has gone is no reason for a server to end, so the result is left alone.
    let mut stdout = io::stdout();
    let _ = writeln!(stdout, "listening on {addr}").and_then(|()| stdout.flush());
    serve(&listener)
}

/// Makes a socket that listens on `addr`, and says on which address it really does.
fn listen(addr: SocketAddr) -> io::Result<(Socket, SocketAddr)> {
    // TODO: make a stream socket (socket2::Socket::new) whose domain fits the address, bind it, let it listen, and
    // return it with the address that it really has (local_addr, then as_socket).
    // TODO, in stage 3: which option, set before bind, lets a server have its port back at once?
    todo!("make a socket that listens on {addr}")
}

/// Greets one client after the other, for ever.
fn serve(listener: &Socket) -> ! {
    // TODO: accept a client, send it `Hello IP` and a newline, let it go, and do the same for the next one, for ever.
    // TODO, in stage 4: which of these calls can fail, and which failure is worth ending the server for?
    todo!("accept one client after the other from {listener:?}, and greet each")
}

/// Messages for people go to stderr; where nobody reads them, that is no reason to end.
fn log(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}
