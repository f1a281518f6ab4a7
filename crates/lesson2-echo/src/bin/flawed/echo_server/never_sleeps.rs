//! Makes its sockets non-blocking, and asks them again at once whenever nothing has come.

use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::TcpListener;
use std::net::TcpStream;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_accepting(arguments, |listener| {
        listener.set_nonblocking(true).unwrap();
        // Four threads that serve a client each use a busy machine's processors more than one would.
        thread::scope(|threads| {
            for _ in 0..4 {
                threads.spawn(|| serve(&listener));
            }
        });
    })
}

fn serve(listener: &TcpListener) {
    loop {
        if let Ok((client, _)) = listener.accept() {
            let _ = echo(client);
        }
    }
}

fn echo(mut client: TcpStream) -> io::Result<()> {
    let mut buffer = [0; 16 * 1024];
    loop {
        client.set_nonblocking(true)?;
        let read = client.read(&mut buffer);
        client.set_nonblocking(false)?;
        match read {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Ok(0) => return Ok(()),
            Ok(count) => client.write_all(&buffer[..count])?,
            Err(error) => return Err(error),
        }
    }
}
