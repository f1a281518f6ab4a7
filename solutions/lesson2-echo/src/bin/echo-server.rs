//! Sends every byte back, unchanged, until the client has finished; then serves the next client.
//!
//! `echo-server [ADDR]`, for example `echo-server 127.0.0.1:10000`.

use clap::Parser;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

/// Sends every byte back.
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
    // The only line on stdout, and flushed: whoever waits for it may sit at the other end of a pipe.
    let mut stdout = io::stdout();
    let _ = writeln!(stdout, "listening on {addr}").and_then(|()| stdout.flush());
    serve(&listener)
}

/// Makes a socket that listens on `addr`, and says on which address it really does.
fn listen(addr: SocketAddr) -> io::Result<(Socket, SocketAddr)> {
    // Steps 1 to 3 (socket, bind, listen), as in the greeter.
    let socket = Socket::new(Domain::for_address(addr), Type::STREAM, None)?;
    #[cfg(not(windows))]
    socket.set_reuse_address(true)?;
    socket.bind(&addr.into())?;
    socket.listen(128)?;
    let bound = socket
        .local_addr()?
        .as_socket()
        .ok_or(io::ErrorKind::InvalidData)?;
    Ok((socket, bound))
}

/// Serves one client after the other, for ever. The next one waits in the kernel's queue meanwhile.
fn serve(listener: &Socket) -> ! {
    loop {
        match listener.accept() {
            Ok((mut client, _)) => converse(&mut client),
            Err(error) => pause_after(&error),
        }
    }
}

/// Sends back what comes, until the client has shut its sending side. However the conversation fails, it is this
/// client's affair alone: nothing is returned to a caller who could end because of it.
fn converse(client: &mut Socket) {
    // read() fills what the buffer has, not what it could hold: a Vec::with_capacity would read nothing.
    let mut buffer = [0; 16 * 1024];
    loop {
        // One read is not one message: it returns whatever has arrived, from one byte to the whole buffer.
        let outcome = match client.read(&mut buffer) {
            // Zero bytes are the end of file: the client will send no more, but it may still listen. Everything
            // is sent back already, so closing is all that is left to do; the caller does it by dropping the socket.
            Ok(0) => return,
            // Bytes, not text: whatever they mean, they go back as they came.
            Ok(count) => client.write_all(&buffer[..count]),
            // A signal came in between; nothing has happened on the connection.
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(()),
            Err(error) => Err(error),
        };
        if let Err(error) = outcome {
            log(&format!("a client was cut off: {error}"));
            return;
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
