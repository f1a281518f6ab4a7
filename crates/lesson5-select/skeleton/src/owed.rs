//! Bytes that a client has not taken yet.

use socket2::Socket;
use std::collections::VecDeque;
use std::io;

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
        // TODO: write, and remove as many bytes from the front as were taken (`as_slices`, `drain`). Until when?
        // What does WouldBlock mean, and why would write_all be wrong here?
        todo!("write {} bytes to {:?}", self.len(), socket.peer_addr())
    }
}
