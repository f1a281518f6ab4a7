//! Needs no poller, because each client has a thread that waits for it.

use crate::Played;
use crate::arguments;
use crate::door;
use socket2::Socket;
use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::io::Write;
use std::thread;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let addr = arguments::addr(arguments)?;
    let listener = door::listen(addr, door::BACKLOG);
    let listener = listener.map_err(|error| door::cannot_listen(addr, &error))?;
    door::announce(door::addr(&listener));
    loop {
        match listener.accept() {
            Ok((client, _)) => drop(thread::spawn(move || echo(&client))),
            Err(_) => thread::sleep(Duration::from_millis(20)),
        }
    }
}

fn echo(mut client: &Socket) -> io::Result<()> {
    client.set_tcp_nodelay(true)?;
    let mut chunk = [0; 16 * 1024];
    loop {
        let count = client.read(&mut chunk)?;
        if count == 0 {
            return Ok(());
        }
        client.write_all(&chunk[..count])?;
    }
}
