//! A sum client as it should be, in parts, so that a flawed one replaces just the part with its mistake.

use crate::Played;
use crate::arguments;
use crate::arguments::Framing;
use crate::reading;
use crate::sum;
use std::ffi::OsString;
use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::io::Write;
use std::net::Shutdown;
use std::net::SocketAddr;
use std::net::TcpStream;
use std::process::ExitCode;

/// The longest reply.
const LONGEST: u64 = 1024;

/// What the arguments say.
pub(crate) struct Task {
    pub(crate) addr: SocketAddr,
    pub(crate) a: i64,
    pub(crate) b: i64,
    pub(crate) framing: Framing,
}

/// Reads a reply: what to print, or why there is nothing to print.
pub(crate) type ReadReply = fn(&TcpStream) -> Result<String, String>;

/// How a client asks.
#[derive(Clone, Copy)]
pub(crate) struct Manner {
    pub(crate) parse: fn(&[OsString]) -> Result<Task, ExitCode>,
    pub(crate) connect: fn(SocketAddr) -> Result<TcpStream, String>,
    pub(crate) request: fn(&Task) -> Vec<u8>,
    pub(crate) lines: ReadReply,
    pub(crate) fixed: ReadReply,
    pub(crate) length: ReadReply,
    pub(crate) shutdown: ReadReply,
    pub(crate) finish: fn(Result<String, String>) -> Played,
}

impl Manner {
    /// As it should be.
    pub(crate) const RIGHT: Manner = Manner {
        parse,
        connect,
        request,
        lines: read_line,
        fixed: read_fixed,
        length: read_length,
        shutdown: read_to_end,
        finish,
    };

    /// Connects, asks, and waits for the reply.
    pub(crate) fn ask(&self, task: &Task) -> Result<String, String> {
        let stream = (self.connect)(task.addr)?;
        send(&stream, &(self.request)(task))?;
        if task.framing == Framing::Shutdown {
            let ended = stream.shutdown(Shutdown::Write);
            ended.map_err(|error| format!("cannot end the request: {error}"))?;
        }
        self.read_reply(&stream, task.framing)
    }

    /// Waits for the reply.
    pub(crate) fn read_reply(
        &self,
        stream: &TcpStream,
        framing: Framing,
    ) -> Result<String, String> {
        match framing {
            Framing::Lines => (self.lines)(stream),
            Framing::Fixed => (self.fixed)(stream),
            Framing::Length => (self.length)(stream),
            Framing::Shutdown => (self.shutdown)(stream),
        }
    }
}

/// The whole program.
pub(crate) fn run(arguments: &[OsString], manner: Manner) -> Played {
    let task = (manner.parse)(arguments)?;
    (manner.finish)(manner.ask(&task))
}

/// The address, the two numbers, and the framing.
pub(crate) fn parse(arguments: &[OsString]) -> Result<Task, ExitCode> {
    let (words, framing) = arguments::words_and_framing(arguments)?;
    match words.as_slice() {
        [addr, a, b] => Ok(Task {
            addr: arguments::parse(addr)?,
            a: arguments::parse(a)?,
            b: arguments::parse(b)?,
            framing,
        }),
        [_, _, _, more, ..] => Err(arguments::unexpected(more)),
        _ => Err(arguments::wrong_usage("ADDR, A or B is missing")),
    }
}

pub(crate) fn connect(addr: SocketAddr) -> Result<TcpStream, String> {
    TcpStream::connect(addr).map_err(|error| format!("cannot connect to {addr}: {error}"))
}

/// The bytes of the request.
pub(crate) fn request(task: &Task) -> Vec<u8> {
    let text = text(task);
    match task.framing {
        Framing::Lines => format!("{text}\n").into_bytes(),
        Framing::Fixed => [task.a.to_be_bytes(), task.b.to_be_bytes()].concat(),
        Framing::Length => [&(text.len() as u16).to_be_bytes(), text.as_bytes()].concat(),
        Framing::Shutdown => text.into_bytes(),
    }
}

/// The request as a text, without any framing.
pub(crate) fn text(task: &Task) -> String {
    format!("{} {}", task.a, task.b)
}

pub(crate) fn send(mut stream: &TcpStream, request: &[u8]) -> Result<(), String> {
    let sent = stream.write_all(request);
    sent.map_err(|error| format!("cannot send the request: {error}"))
}

/// The sum in a reply that ends in a newline.
pub(crate) fn read_line(stream: &TcpStream) -> Result<String, String> {
    sum_in(&line(stream)?)
}

/// A reply that ends in a newline, without it.
pub(crate) fn line(stream: &TcpStream) -> Result<Vec<u8>, String> {
    let mut line = Vec::new();
    let mut limited = BufReader::new(stream).take(LONGEST);
    limited
        .read_until(b'\n', &mut line)
        .map_err(|error| in_words(&error))?;
    match line.strip_suffix(b"\n") {
        Some(text) => Ok(text.to_vec()),
        None if line.is_empty() => Err("the server closed without a reply".to_owned()),
        None => Err("the reply was cut off".to_owned()),
    }
}

/// The sum in a reply of 9 bytes.
pub(crate) fn read_fixed(stream: &TcpStream) -> Result<String, String> {
    let (status, sum) = nine_bytes(stream)?;
    match status {
        0 => Ok(i64::from_be_bytes(sum).to_string()),
        1 => Err("overflow".to_owned()),
        other => Err(format!("the reply has the unknown status {other}")),
    }
}

/// The status, and the bytes of the sum.
pub(crate) fn nine_bytes(stream: &TcpStream) -> Result<(u8, [u8; 8]), String> {
    let mut status = [0];
    let mut sum = [0; 8];
    fill(stream, &mut status)?;
    fill(stream, &mut sum)?;
    Ok((status[0], sum))
}

/// The sum in a reply with its length in front.
pub(crate) fn read_length(stream: &TcpStream) -> Result<String, String> {
    let mut prefix = [0; 2];
    fill(stream, &mut prefix)?;
    let mut text = vec![0; usize::from(u16::from_be_bytes(prefix))];
    fill(stream, &mut text)?;
    sum_in(&text)
}

/// The sum in a reply that ends where the server closes.
pub(crate) fn read_to_end(stream: &TcpStream) -> Result<String, String> {
    sum_in(&everything(stream)?)
}

/// All that comes until the server closes.
pub(crate) fn everything(stream: &TcpStream) -> Result<Vec<u8>, String> {
    let mut text = Vec::new();
    let mut limited = stream.take(LONGEST);
    let read = limited.read_to_end(&mut text);
    read.map_err(|error| in_words(&error))?;
    Ok(text)
}

/// Reads as many bytes as there is room for.
pub(crate) fn fill(stream: &TcpStream, buffer: &mut [u8]) -> Result<(), String> {
    match reading::read_whole(stream, buffer) {
        Ok(true) => Ok(()),
        Ok(false) => Err("the server closed before its reply was whole".to_owned()),
        Err(error) => Err(in_words(&error)),
    }
}

/// The sum in the text of a reply.
pub(crate) fn sum_in(reply: &[u8]) -> Result<String, String> {
    if let Some(reason) = reply.strip_prefix(b"error: ") {
        return Err(reason.escape_ascii().to_string());
    }
    match sum::integer(reply) {
        Some(sum) => Ok(sum.to_string()),
        None => Err(format!("the reply is no number: {}", reply.escape_ascii())),
    }
}

/// Prints the sum, or says why there is none.
pub(crate) fn finish(reply: Result<String, String>) -> Played {
    match reply {
        Ok(sum) => {
            println!("{sum}");
            Ok(())
        }
        Err(reason) => {
            eprintln!("error: {reason}");
            Err(ExitCode::FAILURE)
        }
    }
}

/// What a failed read means to a user.
pub(crate) fn in_words(error: &io::Error) -> String {
    format!("cannot read the reply: {error}")
}
