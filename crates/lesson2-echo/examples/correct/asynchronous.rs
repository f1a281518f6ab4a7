//! The same programs as asynchronous tasks, on the smol runtime.

use crate::addr;
use crate::announce;
use crate::cannot_listen;
use crate::client;
use smol::Timer;
use smol::Unblock;
use smol::io::AsyncReadExt;
use smol::io::AsyncWriteExt;
use smol::net::TcpListener;
use smol::net::TcpStream;
use smol::net::UdpSocket;
use std::net::Shutdown;
use std::process::ExitCode;
use std::time::Duration;

pub(crate) fn echo_server(arguments: &[&str]) -> ExitCode {
    let addr = match addr(arguments) {
        Ok(addr) => addr,
        Err(status) => return status,
    };
    smol::block_on(async {
        let listener = match TcpListener::bind(addr).await {
            Ok(listener) => listener,
            Err(error) => return cannot_listen(addr, &error),
        };
        announce(listener.local_addr().unwrap_or(addr));
        loop {
            match listener.accept().await {
                Ok((client, _)) => smol::spawn(smol::io::copy(client.clone(), client)).detach(),
                Err(_) => drop(Timer::after(Duration::from_millis(20)).await),
            }
        }
    })
}

pub(crate) fn udp_echo_server(arguments: &[&str]) -> ExitCode {
    let addr = match addr(arguments) {
        Ok(addr) => addr,
        Err(status) => return status,
    };
    smol::block_on(async {
        let socket = match UdpSocket::bind(addr).await {
            Ok(socket) => socket,
            Err(error) => return cannot_listen(addr, &error),
        };
        announce(socket.local_addr().unwrap_or(addr));
        let mut buffer = vec![0; 65_507];
        loop {
            if let Ok((count, sender)) = socket.recv_from(&mut buffer).await {
                let _ = socket.send_to(&buffer[..count], sender).await;
            }
        }
    })
}

pub(crate) fn echo_client(arguments: &[&str]) -> ExitCode {
    let (addr, message) = match client::parse(arguments) {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    smol::block_on(async {
        let stream = match TcpStream::connect(addr).await {
            Ok(stream) => stream,
            Err(error) => {
                eprintln!("error: {addr}: {error}");
                return ExitCode::FAILURE;
            }
        };
        let total = async_channel();
        let sending = send(message.map(str::to_owned), stream.clone(), total.0);
        let sender = smol::spawn(sending);
        let outcome = print(stream, total.1).await;
        // Whatever is still to be read of stdin is of no use to anybody.
        drop(sender);
        match outcome {
            Ok(()) => ExitCode::SUCCESS,
            Err((printed, total)) => {
                eprintln!("error: server closed after {printed} of {total} bytes");
                ExitCode::FAILURE
            }
        }
    })
}

type Total = smol::channel::Receiver<usize>;

fn async_channel() -> (smol::channel::Sender<usize>, Total) {
    smol::channel::bounded(1)
}

async fn send(message: Option<String>, mut stream: TcpStream, done: smol::channel::Sender<usize>) {
    let mut total = 0;
    match message {
        Some(message) => {
            total = message.len();
            let _ = stream.write_all(message.as_bytes()).await;
        }
        None => {
            let mut stdin = Unblock::new(std::io::stdin());
            let mut buffer = vec![0; 8192];
            while let Ok(count @ 1..) = stdin.read(&mut buffer).await {
                total += count;
                let _ = stream.write_all(&buffer[..count]).await;
            }
        }
    }
    let _ = stream.shutdown(Shutdown::Write);
    let _ = done.send(total).await;
}

/// Prints until everything is back; the error is how much came, of how much.
async fn print(mut stream: TcpStream, done: Total) -> Result<(), (usize, usize)> {
    let mut stdout = Unblock::new(std::io::stdout());
    let mut buffer = vec![0; 8192];
    let mut printed = 0;
    let mut total = None;
    let mut is_open = true;
    loop {
        match total {
            Some(total) if printed >= total => return Ok(()),
            Some(total) if !is_open => return Err((printed, total)),
            _ => {}
        }
        let read = async {
            if !is_open {
                return smol::future::pending().await;
            }
            Some(stream.read(&mut buffer).await.unwrap_or(0))
        };
        let ended = async {
            if total.is_some() {
                return smol::future::pending().await;
            }
            total = done.recv().await.ok();
            None
        };
        if let Some(count) = smol::future::or(read, ended).await {
            is_open = count > 0;
            printed += count;
            let _ = stdout.write_all(&buffer[..count]).await;
            let _ = stdout.flush().await;
        }
    }
}
