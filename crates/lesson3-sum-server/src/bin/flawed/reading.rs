//! Finding requests in a stream: what the framings have in common.

use std::io;
use std::io::BufReader;
use std::io::Read;
use std::net::TcpStream;

/// The longest text of a request.
pub(crate) const LONGEST: usize = 1024;

/// The stream of one conversation.
pub(crate) type Reader<'a> = BufReader<&'a TcpStream>;

/// What came where a request should.
pub(crate) enum Request {
    /// A request, without its frame.
    Whole(Vec<u8>),
    /// More bytes than a request may have.
    TooLong,
    /// The end of file: the client will ask no more.
    End,
}

/// Reads once; a signal that comes in between is no end.
pub(crate) fn read(mut stream: impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match stream.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

/// Fills the buffer. `false` at the end of file, also in the middle.
pub(crate) fn read_whole(mut reader: impl Read, buffer: &mut [u8]) -> io::Result<bool> {
    match reader.read_exact(buffer) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}
