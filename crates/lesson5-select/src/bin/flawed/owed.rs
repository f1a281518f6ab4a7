//! Bytes that a client has not taken yet, written as they should be.

use socket2::Socket;
use std::collections::VecDeque;
use std::io;
use std::io::Write;

/// Writes as much as the system takes now, and keeps the rest. That nothing can be written now is no error.
pub(crate) fn write(owed: &mut VecDeque<u8>, mut socket: &Socket) -> io::Result<()> {
    while !owed.is_empty() {
        match socket.write(owed.as_slices().0) {
            Ok(count) => drop(owed.drain(..count)),
            Err(error) if is_later(&error) => break,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// How much a flawed server writes at one time. A socket that is full would do the same, but it depends on the machine when it is.
const PIECE: usize = 8 * 1024;

/// Writes the first bytes only, and keeps the rest. That nothing can be written now is no error.
pub(crate) fn write_piece(owed: &mut VecDeque<u8>, mut socket: &Socket) -> io::Result<()> {
    let piece = first_piece(owed);
    if piece.is_empty() {
        return Ok(());
    }
    match socket.write(piece) {
        Ok(count) => drop(owed.drain(..count)),
        Err(error) if is_later(&error) => {}
        Err(error) => return Err(error),
    }
    Ok(())
}

/// As much as is written at one time.
pub(crate) fn first_piece(owed: &mut VecDeque<u8>) -> &[u8] {
    let bytes = &*owed.make_contiguous();
    &bytes[..bytes.len().min(PIECE)]
}

/// Is it no error, but "not now"?
pub(crate) fn is_later(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted
    )
}
