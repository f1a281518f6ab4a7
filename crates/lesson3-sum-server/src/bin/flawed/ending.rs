//! Ends of conversations that the client has not ended yet.
//!
//! Closing a socket with unread bytes in it sends a reset, and whether there are some is a race. A flaw must fail in the same
//! way each time, so the client sees an end of file, and what it still sends is read and forgotten.

use crate::reading;
use std::io;
use std::io::Write;
use std::net::Shutdown;
use std::net::TcpStream;
use std::time::Duration;
use std::time::Instant;

/// Sends a last reply, as it should be: the client can read it, but cannot hold the server up for ever.
pub(crate) fn say_last(mut client: &TcpStream, reply: &[u8]) -> io::Result<()> {
    client.write_all(reply)?;
    client.shutdown(Shutdown::Write)?;
    let deadline = Instant::now() + Duration::from_secs(1);
    let mut rest = [0; 16 * 1024];
    loop {
        let remaining = deadline.saturating_duration_since(Instant::now());
        if remaining.is_zero() {
            return Ok(());
        }
        client.set_read_timeout(Some(remaining))?;
        if !matches!(reading::read(client, &mut rest), Ok(count) if count > 0) {
            return Ok(());
        }
    }
}

/// Ends a conversation too early.
pub(crate) fn end_early(mut client: &TcpStream) -> io::Result<()> {
    client.shutdown(Shutdown::Write)?;
    io::copy(&mut client, &mut io::sink()).map(drop)
}
