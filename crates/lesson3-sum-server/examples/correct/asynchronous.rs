//! The server as asynchronous tasks, on the smol runtime.

use crate::arguments;
use crate::arguments::Framing;
use crate::session::Session;
use smol::Timer;
use smol::io::AsyncReadExt;
use smol::io::AsyncWriteExt;
use smol::net::TcpListener;
use smol::net::TcpStream;
use std::net::Shutdown;
use std::process::ExitCode;
use std::time::Duration;

pub(crate) fn sum_server(words: &[&str]) -> ExitCode {
    let (plain, framing) = match arguments::split(words) {
        Ok(split) => split,
        Err(status) => return status,
    };
    let addr = match arguments::addr(plain.first().unwrap_or(&"127.0.0.1:50000")) {
        Ok(addr) => addr,
        Err(status) => return status,
    };
    smol::block_on(async {
        let listener = match TcpListener::bind(addr).await {
            Ok(listener) => listener,
            Err(error) => return arguments::cannot_listen(addr, &error),
        };
        arguments::announce(listener.local_addr().unwrap_or(addr));
        loop {
            match listener.accept().await {
                Ok((client, _)) => smol::spawn(async move {
                    let _ = converse(client, framing).await;
                })
                .detach(),
                Err(_) => drop(Timer::after(Duration::from_millis(20)).await),
            }
        }
    })
}

async fn converse(mut client: TcpStream, framing: Framing) -> std::io::Result<()> {
    let mut session = Session::new(framing);
    let mut buffer = vec![0; 2000];
    while !session.over {
        match client.read(&mut buffer).await? {
            0 => session.end(),
            count => session.put(&buffer[..count]),
        }
        client.write_all(&session.take()).await?;
    }
    client.shutdown(Shutdown::Write)?;
    let drain = async {
        while client.read(&mut buffer).await? > 0 {}
        Ok(())
    };
    let enough = async {
        Timer::after(Duration::from_secs(1)).await;
        Ok(())
    };
    smol::future::or(drain, enough).await
}
