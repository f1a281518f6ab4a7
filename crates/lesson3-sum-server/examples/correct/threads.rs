//! A thread for each client, in several manners.

use crate::arguments;
use crate::arguments::Framing;
use crate::session::Session;
use std::io::Read;
use std::io::Write;
use std::net::Shutdown;
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::ExitCode;
use std::thread::sleep;
use std::time::Duration;

/// How it goes about its work.
#[derive(Debug, Clone, Copy)]
struct Manner {
    /// Bytes for one read.
    buffer: usize,
    /// Bytes for one write.
    piece: usize,
    /// Before it listens.
    start: Duration,
    /// Before each write.
    pause: Duration,
    /// Bytes of nonsense on stderr with each write.
    noise: usize,
}

impl Manner {
    fn of(variant: &str) -> Manner {
        let plain = Manner {
            buffer: 300,
            piece: usize::MAX,
            start: Duration::ZERO,
            pause: Duration::ZERO,
            noise: 0,
        };
        match variant {
            "one-byte-at-a-time" => Manner {
                buffer: 1,
                piece: 1,
                ..plain
            },
            "one-mebibyte-at-a-time" => Manner {
                buffer: 1 << 20,
                ..plain
            },
            "slow" => Manner {
                start: Duration::from_secs(2),
                pause: Duration::from_millis(10),
                ..plain
            },
            "chatty" => Manner {
                noise: 20_000,
                ..plain
            },
            _ => plain,
        }
    }
}

pub(crate) fn sum_server(words: &[&str], variant: &str) -> ExitCode {
    let manner = Manner::of(variant);
    let (plain, framing) = match arguments::split(words) {
        Ok(split) => split,
        Err(status) => return status,
    };
    let addr = match arguments::addr(plain.first().unwrap_or(&"127.0.0.1:50000")) {
        Ok(addr) => addr,
        Err(status) => return status,
    };
    let listener = match TcpListener::bind(addr) {
        Ok(listener) => listener,
        Err(error) => return arguments::cannot_listen(addr, &error),
    };
    sleep(manner.start);
    arguments::announce(listener.local_addr().unwrap_or(addr));
    loop {
        match listener.accept() {
            Ok((client, _)) => drop(std::thread::spawn(move || {
                if let Err(error) = converse(&client, framing, manner) {
                    eprintln!("a client has gone: {error}");
                }
            })),
            Err(_) => sleep(Duration::from_millis(20)),
        }
    }
}

fn converse(mut client: &TcpStream, framing: Framing, manner: Manner) -> std::io::Result<()> {
    let mut session = Session::new(framing);
    let mut buffer = vec![0; manner.buffer];
    while !session.over {
        let count = client.read(&mut buffer)?;
        if count == 0 {
            session.end();
        } else {
            session.put(&buffer[..count]);
        }
        let replies = session.take();
        for piece in replies.chunks(manner.piece.min(replies.len().max(1))) {
            sleep(manner.pause);
            if manner.noise > 0 {
                let _ = std::io::stderr().write_all(&vec![0xfe; manner.noise]);
            }
            client.write_all(piece)?;
        }
    }
    // Whatever is still coming is read and thrown away, so that the close is no reset.
    client.shutdown(Shutdown::Write)?;
    client.set_read_timeout(Some(Duration::from_millis(500)))?;
    let mut rest = vec![0; 1 << 16];
    for _ in 0..2000 {
        if client.read(&mut rest)? == 0 {
            break;
        }
    }
    Ok(())
}
