//! The framing `lines` as it should be, in parts.

use crate::ending;
use crate::reading::LONGEST;
use crate::reading::Reader;
use crate::reading::Request;
use crate::sum::ReplyTo;
use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::io::Write;
use std::net::TcpStream;

/// The reply to a line without an end.
pub(crate) const TOO_LONG: &[u8] = b"error: line too long\n";

/// Answers every line, until the client has ended.
pub(crate) fn converse(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    answer(client, read_line, |line| with_newline(&reply_to(line)))
}

/// The same, with a mistake in how a line is read.
pub(crate) fn converse_reading(
    client: &TcpStream,
    reply_to: ReplyTo,
    read: impl FnMut(&mut Reader<'_>) -> io::Result<Request>,
) -> io::Result<()> {
    answer(client, read, |line| with_newline(&reply_to(line)))
}

/// The same, with a mistake in the bytes that go back.
pub(crate) fn converse_saying(
    client: &TcpStream,
    reply: impl FnMut(&[u8]) -> Vec<u8>,
) -> io::Result<()> {
    answer(client, read_line, reply)
}

fn answer(
    mut client: &TcpStream,
    mut read: impl FnMut(&mut Reader<'_>) -> io::Result<Request>,
    mut reply: impl FnMut(&[u8]) -> Vec<u8>,
) -> io::Result<()> {
    let mut reader = BufReader::new(client);
    loop {
        match read(&mut reader)? {
            Request::Whole(line) => client.write_all(&reply(&line))?,
            Request::TooLong => return ending::say_last(client, TOO_LONG),
            Request::End => return Ok(()),
        }
    }
}

/// Reads one line, and never keeps more of it than the limit.
pub(crate) fn read_line(reader: &mut Reader<'_>) -> io::Result<Request> {
    let mut line = Vec::new();
    reader
        .take(LONGEST as u64 + 1)
        .read_until(b'\n', &mut line)?;
    Ok(judge(&line))
}

/// A line as it came, with its end, or without it where there is none.
pub(crate) fn judge(line: &[u8]) -> Request {
    if line.is_empty() {
        Request::End
    } else if line.strip_suffix(b"\n").unwrap_or(line).len() > LONGEST {
        Request::TooLong
    } else {
        Request::Whole(without_end(line).to_vec())
    }
}

/// A line without its newline, and without a carriage return before that.
pub(crate) fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// The reply as it goes back.
pub(crate) fn with_newline(reply: &str) -> Vec<u8> {
    format!("{reply}\n").into_bytes()
}
