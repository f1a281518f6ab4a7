//! Sends every datagram back to whoever sent it.
//!
//! `udp-echo-server [ADDR]`, for example `udp-echo-server 127.0.0.1:10000`.

use clap::Parser;
use std::io;
use std::io::Write;
use std::net::SocketAddr;
use std::net::UdpSocket;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

/// Sends every datagram back to its sender.
#[derive(Parser)]
struct Arguments {
    /// The address to listen on; port 0 lets the system choose.
    #[arg(default_value = "127.0.0.1:10000")]
    addr: SocketAddr,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let (socket, addr) = match open(arguments.addr) {
        Ok(opened) => opened,
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
    serve(&socket)
}

/// Makes a datagram socket with the address `addr`, and says which address it really has.
fn open(addr: SocketAddr) -> io::Result<(UdpSocket, SocketAddr)> {
    // TODO: make a datagram socket, bind it, and return it (`socket.into()` makes a std::net::UdpSocket of it) with the address that it
    // really has. Which of the nine steps does UDP leave out?
    todo!("make a datagram socket with the address {addr}")
}

/// Answers each datagram, for ever.
fn serve(socket: &UdpSocket) -> ! {
    // What does not fit into the buffer is lost without a word, so it must hold the largest datagram.
    let mut buffer = vec![0; 65_536];
    loop {
        if let Err(error) = answer(socket, &mut buffer) {
            log(&format!("a datagram was lost: {error}"));
            // One lost datagram is nothing to wait for; but a lasting failure must not burn the processor.
            thread::sleep(Duration::from_millis(1));
        }
    }
}

/// Waits for one datagram and sends it back.
fn answer(socket: &UdpSocket, buffer: &mut [u8]) -> io::Result<()> {
    // TODO: receive one datagram, and send the same one back to whoever sent it.
    todo!("answer on {socket:?} ({})", buffer.len())
}

/// Messages for people go to stderr; where nobody reads them, that is no reason to end.
fn log(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}
