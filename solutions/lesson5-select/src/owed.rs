//! Bytes that a client has not taken yet.

use socket2::Socket;
use std::collections::VecDeque;
use std::io;
use std::io::Write;

/// What is owed to one client: appended at one end, written from the other.
#[derive(Debug, Default)]
pub struct Owed {
    bytes: VecDeque<u8>,
}

impl Owed {
    /// Owes these bytes, too, behind all the others.
    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend(bytes);
    }

    /// How many bytes are owed.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Is nothing owed?
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Writes as much as the system takes now, and keeps the rest. Where nothing is owed, it writes nothing at all: not even no bytes.
    ///
    /// # Errors
    /// Where the connection is gone. That nothing can be written now is none.
    pub fn write_to(&mut self, socket: &Socket) -> io::Result<()> {
        // Writing needs no exclusive access to a socket, only to a reference to it.
        let mut socket = socket;
        while !self.bytes.is_empty() {
            // A ring has two parts; the first one comes first.
            let (first, _) = self.bytes.as_slices();
            match socket.write(first) {
                // Not write_all: on a socket that never waits it stops in the middle, and does not say where.
                Ok(count) => {
                    self.bytes.drain(..count);
                }
                // Not an error: "no room now". The rest is still owed.
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}
