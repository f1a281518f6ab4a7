//! `fetch` on std's sockets, in several manners.

use crate::fail;
use crate::usage;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::io::Read;
use std::io::Write;
use std::net::IpAddr;
use std::net::Shutdown;
use std::net::SocketAddr;
use std::net::TcpStream;
use std::process::ExitCode;
use std::time::Duration;

/// The arguments, read.
pub(crate) struct Asked<'a> {
    pub(crate) host: &'a str,
    pub(crate) port: u16,
    pub(crate) path: &'a str,
    pub(crate) timeout: Duration,
}

pub(crate) fn parse<'a>(arguments: &[&'a str]) -> Option<Asked<'a>> {
    let mut words = arguments.to_vec();
    let mut timeout = 5;
    if let Some(at) = words.iter().position(|word| *word == "--connect-timeout") {
        timeout = words.get(at + 1)?.parse().ok()?;
        words.drain(at..at + 2);
    }
    let (host, port, path) = match words[..] {
        [host, port] => (host, port, "/"),
        [host, port, path] => (host, port, path),
        _ => return None,
    };
    let port = port.parse().ok()?;
    (timeout > 0).then_some(Asked {
        host,
        port,
        path,
        timeout: Duration::from_secs(timeout),
    })
}

pub(crate) fn fetch(arguments: &[&str], variant: &str) -> ExitCode {
    let Some(asked) = parse(arguments) else {
        return usage("HOST PORT [PATH] [--connect-timeout SECONDS]");
    };
    let found = match dns_lookup::lookup_host(asked.host) {
        Ok(found) => found,
        Err(error) => return fail(&format!("{}: {}", asked.host, crate::names::words(&error))),
    };
    let mut tried = BTreeSet::new();
    let mut connected = None;
    for addr in found.filter(|addr| tried.insert(*addr)) {
        let addr = SocketAddr::new(addr, asked.port);
        eprintln!("\ntrying {addr}");
        match TcpStream::connect_timeout(&addr, asked.timeout) {
            Ok(stream) => {
                connected = Some(stream);
                break;
            }
            Err(error) => eprintln!("{}", outcome(error.kind())),
        }
    }
    let Some(mut stream) = connected else {
        return fail(&format!(
            "{}: no address accepted the connection",
            asked.host
        ));
    };
    for piece in request(&asked).as_bytes().chunks(9) {
        let _ = stream.write_all(piece);
    }
    if variant == "half-closing" {
        let _ = stream.shutdown(Shutdown::Write);
    }
    let mut buffer = vec![
        0;
        if variant == "one-byte-at-a-time" {
            1
        } else {
            100_000
        }
    ];
    let mut reply = Vec::new();
    let broken = loop {
        match stream.read(&mut buffer) {
            Ok(0) => break None,
            Ok(count) => reply.extend_from_slice(&buffer[..count]),
            Err(error) => break Some(error),
        }
    };
    let _ = std::io::stdout().write_all(&reply);
    let _ = std::io::stdout().flush();
    match broken {
        _ if reply.is_empty() => fail(&format!("{}: closed without a reply", asked.host)),
        Some(error) => fail(&format!("{}: {error}", asked.host)),
        None => ExitCode::SUCCESS,
    }
}

pub(crate) fn outcome(kind: ErrorKind) -> String {
    match kind {
        ErrorKind::ConnectionRefused => "refused".to_owned(),
        ErrorKind::TimedOut => "timed out, sadly".to_owned(),
        ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable => "unreachable".to_owned(),
        other => other.to_string(),
    }
}

/// With more headers than are needed, in another order.
pub(crate) fn request(asked: &Asked<'_>) -> String {
    let host = match asked.host.parse() {
        Ok(IpAddr::V6(_)) => format!("[{}]", asked.host),
        _ => asked.host.to_owned(),
    };
    let port = if asked.port == 80 {
        String::new()
    } else {
        format!(":{}", asked.port)
    };
    let path = asked.path.strip_prefix('/').unwrap_or(asked.path);
    format!(
        "GET /{path} HTTP/1.1\r\nconnection:close\r\nUser-Agent: another\r\nAccept: */*\r\nhost: {host}{port}\r\n\r\n"
    )
}
