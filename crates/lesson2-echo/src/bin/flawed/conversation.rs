//! The echo as it should be, and parts of it, for flawed servers whose mistake is elsewhere.

use socket2::Socket;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::Shutdown;

/// Sends back what comes, until the client has finished.
pub(crate) fn echo(client: impl Read + Write) -> io::Result<()> {
    echo_changed(client, <[u8]>::to_vec)
}

/// An echo that sends back what `change` makes of the bytes of each read.
pub(crate) fn echo_changed(
    mut client: impl Read + Write,
    mut change: impl FnMut(&[u8]) -> Vec<u8>,
) -> io::Result<()> {
    let mut buffer = [0; 16 * 1024];
    loop {
        match read(&mut client, &mut buffer)? {
            0 => return Ok(()),
            count => client.write_all(&change(&buffer[..count]))?,
        }
    }
}

/// Reads once; a signal that comes in between is no end.
pub(crate) fn read(client: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match client.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

/// Ends a conversation that the client has not ended yet.
///
/// Closing a socket with unread bytes in it sends a reset, and whether there are some is a race. A flaw must fail in the
/// same way each time, so the client sees an end of file, and what it still sends is read and forgotten.
pub(crate) fn end_early(client: impl Into<Socket>) -> io::Result<()> {
    let mut client = client.into();
    client.shutdown(Shutdown::Write)?;
    io::copy(&mut client, &mut io::sink()).map(drop)
}
