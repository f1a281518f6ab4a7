//! TCP servers with a thread for each client, and one with a few threads that all accept.

use crate::addr;
use crate::announce;
use crate::cannot_listen;
use crate::manner::Manner;
use std::io::Read;
use std::io::Write;
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

pub(crate) fn greeter(arguments: &[&str], manner: &Manner) -> ExitCode {
    serve(arguments, manner, |mut client, manner| {
        manner.dawdle();
        if let Ok(peer) = client.peer_addr() {
            let _ = writeln!(client, "Hello {}", peer.ip());
        }
    })
}

pub(crate) fn echo_server(arguments: &[&str], manner: &Manner) -> ExitCode {
    serve(arguments, manner, |client, manner| {
        let _ = echo(&client, manner);
    })
}

/// Four threads, each of which accepts by itself.
pub(crate) fn fixed_pool(arguments: &[&str]) -> ExitCode {
    let addr = match addr(arguments) {
        Ok(addr) => addr,
        Err(status) => return status,
    };
    let listener = match TcpListener::bind(addr) {
        Ok(listener) => Arc::new(listener),
        Err(error) => return cannot_listen(addr, &error),
    };
    announce(listener.local_addr().unwrap_or(addr));
    let work = |listener: &TcpListener| {
        for client in listener.incoming() {
            match client {
                Ok(client) => drop(echo(&client, &Manner::of("plain"))),
                Err(_) => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    };
    for _ in 0..3 {
        let listener = Arc::clone(&listener);
        std::thread::spawn(move || work(&listener));
    }
    work(&listener);
    ExitCode::SUCCESS
}

pub(crate) fn echo(mut client: &TcpStream, manner: &Manner) -> std::io::Result<()> {
    let mut buffer = vec![0; manner.buffer];
    loop {
        let count = client.read(&mut buffer)?;
        if count == 0 {
            return Ok(());
        }
        manner.dawdle();
        client.write_all(&buffer[..count])?;
    }
}

fn serve(arguments: &[&str], manner: &Manner, talk: fn(TcpStream, &Manner)) -> ExitCode {
    let addr = match addr(arguments) {
        Ok(addr) => addr,
        Err(status) => return status,
    };
    // A machine under load may take its time, but not with bad news: that has its own, shorter limit.
    let listener = match TcpListener::bind(addr) {
        Ok(listener) => listener,
        Err(error) => return cannot_listen(addr, &error),
    };
    manner.begin();
    announce(listener.local_addr().unwrap_or(addr));
    std::thread::scope(|scope| {
        loop {
            match listener.accept() {
                Ok((client, _)) => drop(scope.spawn(move || talk(client, manner))),
                Err(_) => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    })
}
