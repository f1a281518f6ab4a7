//! Knows no poller: it serves one client to its end, and then accepts the next one.

use crate::Played;
use crate::arguments;
use crate::door;
use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::TcpListener;
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = arguments::addr(arguments)?;
    let listener = TcpListener::bind(addr).map_err(|error| door::cannot_listen(addr, &error))?;
    door::announce(listener.local_addr().unwrap());
    loop {
        let conversation = listener.accept().and_then(|(client, _)| echo(&client));
        if let Err(error) = conversation {
            eprintln!("a client was lost: {error}");
            thread::sleep(Duration::from_millis(10));
        }
    }
}

fn echo(mut client: &TcpStream) -> io::Result<()> {
    client.set_nodelay(true)?;
    let mut chunk = [0; 16 * 1024];
    loop {
        let count = client.read(&mut chunk)?;
        if count == 0 {
            return Ok(());
        }
        client.write_all(&chunk[..count])?;
    }
}
