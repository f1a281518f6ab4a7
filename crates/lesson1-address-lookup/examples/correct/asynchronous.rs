//! `fetch` as an asynchronous task, on the smol runtime.

use crate::fail;
use crate::fetch::Asked;
use crate::fetch::outcome;
use crate::fetch::parse;
use crate::fetch::request;
use crate::usage;
use smol::Timer;
use smol::io::AsyncReadExt;
use smol::io::AsyncWriteExt;
use smol::net::TcpStream;
use std::io::ErrorKind;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;

pub(crate) fn fetch(arguments: &[&str]) -> ExitCode {
    let Some(asked) = parse(arguments) else {
        return usage("HOST PORT [PATH] [--connect-timeout SECONDS]");
    };
    match smol::block_on(copy(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => fail(&format!("{}: {reason}", asked.host)),
    }
}

async fn copy(asked: &Asked<'_>) -> Result<(), String> {
    let host = asked.host.to_owned();
    let found = smol::unblock(move || {
        dns_lookup::lookup_host(&host)
            .map(Vec::from_iter)
            .map_err(|error| crate::names::words(&error))
    });
    let mut addrs = Vec::new();
    for addr in found.await? {
        if !addrs.contains(&addr) {
            addrs.push(addr);
        }
    }
    for addr in addrs {
        let addr = SocketAddr::new(addr, asked.port);
        eprintln!("trying {addr}");
        let limit = async {
            Timer::after(asked.timeout).await;
            Err(ErrorKind::TimedOut.into())
        };
        match smol::future::or(TcpStream::connect(addr), limit).await {
            Ok(stream) => return talk(stream, asked).await,
            Err(error) => eprintln!("{}", outcome(error.kind())),
        }
    }
    Err("no address accepted the connection".to_owned())
}

async fn talk(mut stream: TcpStream, asked: &Asked<'_>) -> Result<(), String> {
    let _ = stream.write_all(request(asked).as_bytes()).await;
    let mut buffer = vec![0; 30_000];
    let mut copied = 0;
    loop {
        match stream.read(&mut buffer).await {
            Ok(0) | Err(_) if copied == 0 => return Err("closed without a reply".to_owned()),
            Ok(0) => return Ok(()),
            Ok(count) => {
                let mut stdout = std::io::stdout();
                let written = stdout.write_all(&buffer[..count]);
                let written = written.and_then(|()| stdout.flush());
                written.map_err(|error| error.to_string())?;
                copied += count;
            }
            Err(error) => return Err(error.to_string()),
        }
    }
}
