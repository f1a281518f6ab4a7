//! The client, which collects bytes until it understands them.

use crate::arguments;
use crate::arguments::Framing;
use std::io::Read;
use std::io::Write;
use std::net::Shutdown;
use std::net::TcpStream;
use std::process::ExitCode;
use std::thread::sleep;
use std::time::Duration;

/// A reply: a sum, or why there is none.
type Reply = Result<i64, String>;

pub(crate) fn sum_client(words: &[&str], variant: &str) -> ExitCode {
    let (plain, framing) = match arguments::split(words) {
        Ok(split) => split,
        Err(status) => return status,
    };
    let [addr, a, b] = plain[..] else {
        return arguments::usage("ADDR A B");
    };
    let (Ok(a), Ok(b)) = (a.parse(), b.parse()) else {
        return arguments::usage("ADDR A B, with two integers");
    };
    let addr = match arguments::addr(addr) {
        Ok(addr) => addr,
        Err(status) => return status,
    };
    if variant == "slow" {
        sleep(Duration::from_secs(1));
    }
    let outcome = TcpStream::connect(addr)
        .map_err(|error| error.to_string())
        .and_then(|server| ask(&server, framing, a, b, variant));
    match outcome {
        Ok(sum) => {
            println!("{sum}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            if variant == "chatty" {
                let _ = std::io::stderr().write_all(&vec![b'\n'; 100_000]);
            }
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn ask(mut server: &TcpStream, framing: Framing, a: i64, b: i64, variant: &str) -> Reply {
    let text = format!("{a} {b}");
    let mut request = Vec::new();
    match framing {
        Framing::Lines => request.extend(format!("{text}\n").bytes()),
        Framing::Fixed => [a, b]
            .iter()
            .for_each(|number| request.extend(number.to_be_bytes())),
        Framing::Length => {
            request.extend([0, text.len() as u8]);
            request.extend(text.bytes());
        }
        Framing::Shutdown => request.extend(text.bytes()),
    }
    // In pieces, which is as good as at once.
    for piece in request.chunks(if variant == "one-byte-at-a-time" {
        1
    } else {
        64
    }) {
        server.write_all(piece).map_err(|error| error.to_string())?;
    }
    // Allowed in every framing, and needed in one.
    let _ = server.shutdown(Shutdown::Write);
    let mut kept = Vec::new();
    let mut buffer = vec![
        0;
        if variant == "one-byte-at-a-time" {
            1
        } else {
            4096
        }
    ];
    loop {
        let count = server
            .read(&mut buffer)
            .map_err(|error| error.to_string())?;
        kept.extend_from_slice(&buffer[..count]);
        if let Some(reply) = understand(framing, &kept, count == 0) {
            return reply;
        }
        if count == 0 || kept.len() > 1 << 20 {
            return Err("the reply is not whole".to_owned());
        }
    }
}

/// The reply in what came so far, if it is whole.
fn understand(framing: Framing, kept: &[u8], ended: bool) -> Option<Reply> {
    match framing {
        Framing::Lines => {
            let end = kept.iter().position(|byte| *byte == b'\n')?;
            Some(parse(&kept[..end]))
        }
        Framing::Fixed if kept.len() >= 9 => Some(match kept[0] {
            0 => Ok(kept[1..9]
                .iter()
                .fold(0, |sum, byte| sum << 8 | i64::from(*byte))),
            1 => Err("overflow".to_owned()),
            other => Err(format!("status {other} means nothing")),
        }),
        Framing::Length if kept.len() >= 2 => {
            let length = usize::from(kept[0]) << 8 | usize::from(kept[1]);
            Some(parse(kept.get(2..2 + length)?))
        }
        Framing::Shutdown if ended => Some(parse(kept)),
        _ => None,
    }
}

fn parse(text: &[u8]) -> Reply {
    let text = String::from_utf8(text.to_vec()).map_err(|_| "the reply is no text".to_owned())?;
    match text.strip_prefix("error: ") {
        Some(reason) => Err(reason.to_owned()),
        None => text
            .parse()
            .map_err(|_| format!("the reply is no number: {text:?}")),
    }
}
