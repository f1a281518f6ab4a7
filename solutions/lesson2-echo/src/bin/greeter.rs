//! The warm-up: says hello to every client, by its address, and closes.
//!
//! `greeter [ADDR]`, for example `greeter 127.0.0.1:10000`.

use clap::Parser;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::io;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

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
    // Step 1, socket: the family must be that of the address; a stream socket speaks TCP.
    let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)?;
    // A closed connection keeps its port busy for a minute (TIME_WAIT). Without this option a server that
    // is started again cannot bind for so long. On Windows the option means something else, and dangerous:
    // there it lets two programs share a port.
    #[cfg(not(windows))]
    socket.set_reuse_address(true)?;
    // Step 2, bind: gives the socket its own address.
    socket.bind(&addr.into())?;
    // Step 3, listen: from here on the kernel completes connections by itself, up to 128 ahead of us.
    socket.listen(128)?;
    // Asked for port 0, the kernel has chosen one: only the socket knows which.
    let bound = socket
        .local_addr()?
        .as_socket()
        .ok_or(io::ErrorKind::InvalidData)?;
    Ok((socket, bound))
}

/// Greets one client after the other, for ever.
fn serve(listener: &Socket) -> ! {
    loop {
        // Step 5, accept: a new socket for this one client, and the client's address.
        match listener.accept() {
            Ok((mut client, peer)) => {
                let peer = peer
                    .as_socket()
                    .map_or("stranger".to_owned(), |addr| addr.ip().to_string());
                // One write may take a part only; write_all goes on until the kernel has everything. A client
                // that has gone before our words must not end the service for the next one.
                if let Err(error) = client.write_all(format!("Hello {peer}\n").as_bytes()) {
                    log(&format!("a client left: {error}"));
                }
                // Step 9, close: `client` is dropped here, and the other side sees end of file.
            }
            Err(error) => {
                log(&format!("cannot accept: {error}"));
                // Out of descriptors, accept fails again at once: give the machine a moment.
                thread::sleep(Duration::from_millis(50));
            }
        }
    }
}

/// Messages for people go to stderr; where nobody reads them, that is no reason to end.
fn log(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}
