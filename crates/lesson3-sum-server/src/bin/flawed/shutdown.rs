//! The framing `shutdown` as it should be, in parts.

use crate::ending;
use crate::lines;
use crate::reading::LONGEST;
use crate::reading::Request;
use crate::sum::ReplyTo;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::TcpStream;

/// The reply to a request that is too long.
pub(crate) const TOO_LONG: &[u8] = b"error: line too long";

/// Answers one request, when the client has ended.
pub(crate) fn converse(client: &TcpStream, reply_to: ReplyTo) -> io::Result<()> {
    converse_reading(client, reply_to, read_request)
}

/// The same, with a mistake in how the request is read.
pub(crate) fn converse_reading(
    mut client: &TcpStream,
    reply_to: ReplyTo,
    read: impl FnOnce(&TcpStream) -> io::Result<Request>,
) -> io::Result<()> {
    match read(client)? {
        Request::Whole(text) => client.write_all(reply_to(&text).as_bytes()),
        Request::TooLong => ending::say_last(client, TOO_LONG),
        Request::End => Ok(()),
    }
}

/// Everything up to the end of file, without its line end.
pub(crate) fn read_request(client: &TcpStream) -> io::Result<Request> {
    let text = read_all(client)?;
    if text.len() > LONGEST {
        return Ok(Request::TooLong);
    }
    Ok(Request::Whole(lines::without_end(&text).to_vec()))
}

/// Everything up to the end of file, or the limit and one byte.
pub(crate) fn read_all(client: &TcpStream) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    client.take(LONGEST as u64 + 1).read_to_end(&mut text)?;
    Ok(text)
}
