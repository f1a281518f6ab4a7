//! Lines as they should be read, and said.

use crate::player::End;
use crate::player::Player;
use crate::player::Turn;
use std::io;
use std::io::BufRead;
use std::io::Write;
use std::time::Duration;
use std::time::Instant;

/// The longest line, its newline not counted.
pub(crate) const LONGEST: usize = 256;

/// Reads one line, and returns it without its newline.
pub(crate) fn read_line(player: &mut Player<'_>) -> Turn<Vec<u8>> {
    read_judged(player, |line, _| line.len() > LONGEST)
}

/// The same with a mistake in the limit: `is_too_long` sees what there is of a line, and whether that is all of it.
pub(crate) fn read_judged(
    player: &mut Player<'_>,
    is_too_long: fn(&[u8], bool) -> bool,
) -> Turn<Vec<u8>> {
    let deadline = Instant::now() + player.house.idle_timeout;
    let mut line = Vec::new();
    loop {
        wait_for_bytes(player, deadline)?;
        let is_whole = take(player, &mut line);
        if is_too_long(&line, is_whole) {
            return Err(End::TooLong);
        }
        if is_whole {
            return Ok(line);
        }
    }
}

/// Waits until there are bytes in the reader's buffer.
pub(crate) fn wait_for_bytes(player: &mut Player<'_>, deadline: Instant) -> Turn {
    loop {
        let remaining = deadline.saturating_duration_since(Instant::now());
        if remaining.is_zero() {
            return Err(End::TimedOut);
        }
        if fill(player, Some(remaining))? {
            return Ok(());
        }
    }
}

/// Reads once, if there is nothing in the reader's buffer. `false` where that has to be done again.
pub(crate) fn fill(player: &mut Player<'_>, patience: Option<Duration>) -> Turn<bool> {
    player.stream.set_read_timeout(patience)?;
    match player.reader.fill_buf() {
        Ok([]) => Err(End::Left),
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(false),
        Err(error) if is_timeout(&error) => Err(End::TimedOut),
        Err(error) => Err(End::Lost(error)),
    }
}

/// Moves what is there of a line out of the reader's buffer. `true` if that was the rest of it.
pub(crate) fn take(player: &mut Player<'_>, line: &mut Vec<u8>) -> bool {
    let available = player.reader.buffer();
    let newline = available.iter().position(|byte| *byte == b'\n');
    line.extend_from_slice(&available[..newline.unwrap_or(available.len())]);
    let taken = newline.map_or(available.len(), |newline| newline + 1);
    player.reader.consume(taken);
    newline.is_some()
}

/// Sends all of `text`.
pub(crate) fn say(player: &mut Player<'_>, text: &str) -> Turn {
    let mut stream = player.stream;
    stream.write_all(text.as_bytes())?;
    Ok(())
}

/// A socket's timeout has two names.
pub(crate) fn is_timeout(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
    )
}
