//! The framing `length` as it should be, in parts.

use crate::ending;
use crate::reading;
use crate::reading::LONGEST;
use crate::reading::Reader;
use crate::reading::Request;
use crate::sum::ReplyTo;
use std::io;
use std::io::BufReader;
use std::io::Write;
use std::net::TcpStream;

/// The reply to a length that is too large.
pub(crate) const TOO_LONG: &str = "error: request too long";

/// Answers every request, until the client has ended.
pub(crate) fn converse(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    answer(client, read_request, |text| message(&reply_to(text)))
}

/// The same, with a mistake in how a request is read.
pub(crate) fn converse_reading(
    client: &TcpStream,
    reply_to: ReplyTo,
    read: impl FnMut(&mut Reader<'_>) -> io::Result<Request>,
) -> io::Result<()> {
    answer(client, read, |text| message(&reply_to(text)))
}

/// The same, with a mistake in the bytes that go back.
pub(crate) fn converse_saying(
    client: &TcpStream,
    reply: impl FnMut(&[u8]) -> Vec<u8>,
) -> io::Result<()> {
    answer(client, read_request, reply)
}

fn answer(
    mut client: &TcpStream,
    mut read: impl FnMut(&mut Reader<'_>) -> io::Result<Request>,
    mut reply: impl FnMut(&[u8]) -> Vec<u8>,
) -> io::Result<()> {
    let mut reader = BufReader::new(client);
    loop {
        match read(&mut reader)? {
            Request::Whole(text) => client.write_all(&reply(&text))?,
            Request::TooLong => return ending::say_last(client, &message(TOO_LONG)),
            Request::End => return Ok(()),
        }
    }
}

/// A length, and as many bytes.
pub(crate) fn read_request(reader: &mut Reader<'_>) -> io::Result<Request> {
    let Some(length) = read_length(reader)? else {
        return Ok(Request::End);
    };
    if length > LONGEST {
        return Ok(Request::TooLong);
    }
    read_text(reader, length)
}

/// The length in front of a text; none after the end of file.
pub(crate) fn read_length(reader: &mut Reader<'_>) -> io::Result<Option<usize>> {
    let mut prefix = [0; 2];
    let is_whole = reading::read_whole(reader, &mut prefix)?;
    Ok(is_whole.then_some(usize::from(u16::from_be_bytes(prefix))))
}

/// The text behind a length.
pub(crate) fn read_text(reader: &mut Reader<'_>, length: usize) -> io::Result<Request> {
    let mut text = vec![0; length];
    if reading::read_whole(reader, &mut text)? {
        Ok(Request::Whole(text))
    } else {
        Ok(Request::End)
    }
}

/// A text with its length in front.
pub(crate) fn message(text: &str) -> Vec<u8> {
    [&(text.len() as u16).to_be_bytes(), text.as_bytes()].concat()
}
