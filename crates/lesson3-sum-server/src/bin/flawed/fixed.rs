//! The framing `fixed` as it should be, in parts.

use crate::reading;
use crate::reading::Reader;
use crate::sum::Add;
use std::io;
use std::io::BufReader;
use std::io::Write;
use std::net::TcpStream;

/// Both numbers of a request.
pub(crate) type Pair = [u8; 16];

/// Answers every request, until the client has ended.
pub(crate) fn converse(client: &TcpStream, add: Add) -> io::Result<()> {
    converse_reading(client, add, read_request)
}

/// The same, with a mistake in how a request is read.
pub(crate) fn converse_reading(
    client: &TcpStream,
    add: Add,
    read: impl FnMut(&mut Reader<'_>) -> io::Result<Option<Pair>>,
) -> io::Result<()> {
    answer(client, read, |request| {
        let (a, b) = numbers(request);
        reply(add(a, b))
    })
}

/// The same, with a mistake in what goes back.
pub(crate) fn converse_saying(
    client: &TcpStream,
    reply: impl FnMut(&Pair) -> Vec<u8>,
) -> io::Result<()> {
    answer(client, read_request, reply)
}

fn answer(
    mut client: &TcpStream,
    mut read: impl FnMut(&mut Reader<'_>) -> io::Result<Option<Pair>>,
    mut reply: impl FnMut(&Pair) -> Vec<u8>,
) -> io::Result<()> {
    let mut reader = BufReader::new(client);
    while let Some(request) = read(&mut reader)? {
        client.write_all(&reply(&request))?;
    }
    Ok(())
}

/// A request; none after the end of file.
pub(crate) fn read_request(reader: &mut Reader<'_>) -> io::Result<Option<Pair>> {
    let mut request = [0; 16];
    let is_whole = reading::read_whole(reader, &mut request)?;
    Ok(is_whole.then_some(request))
}

/// The two numbers of a request.
pub(crate) fn numbers(request: &Pair) -> (i64, i64) {
    let both = u128::from_be_bytes(*request);
    ((both >> 64) as i64, both as i64)
}

/// A status, and the sum.
pub(crate) fn reply(sum: Option<i64>) -> Vec<u8> {
    let (status, sum) = match sum {
        Some(sum) => (0, sum),
        None => (1, 0),
    };
    [[status].as_slice(), &sum.to_be_bytes()].concat()
}
