//! Sends every byte back, unchanged, until the client has finished; then serves the next client.
//!
//! `echo-server [ADDR]`, for example `echo-server 127.0.0.1:10000`.

use clap::Parser;
use socket2::Socket;
use std::io;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;

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
    // TODO: the steps socket, bind and listen, as in the greeter.
    todo!("make a socket that listens on {addr}")
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
    // TODO: read what has come and send it back, again and again, until the client has finished.
    // TODO, in stage 4: what if reading or writing fails?
    todo!("send back what {client:?} sends, until it has finished")
}

/// What to do when accept fails, so that the server lives on.
fn pause_after(error: &io::Error) {
    // TODO: accept fails at once, again and again, while no descriptor is free. Say so on stderr, and wait a moment.
    todo!("survive this: {error}")
}

/// Messages for people go to stderr; where nobody reads them, that is no reason to end.
fn log(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}
