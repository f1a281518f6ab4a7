//! The server of lesson 4 that only echoes: a thread for each client.

use crate::epoll::listen;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::TcpStream;

pub(crate) fn serve() -> io::Result<()> {
    let listener = listen()?;
    loop {
        let (client, _) = listener.accept()?;
        client.set_nodelay(true)?;
        std::thread::Builder::new().spawn(move || echo(client))?;
    }
}

fn echo(mut client: TcpStream) -> io::Result<()> {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let count = client.read(&mut buffer)?;
        if count == 0 {
            return Ok(());
        }
        client.write_all(&buffer[..count])?;
    }
}
