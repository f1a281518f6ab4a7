//! Ends of conversations.
//!
//! Closing a socket with unread bytes in it sends a reset, and whether there are some is a race. A flaw must fail in the same
//! way each time, so the player sees an end of file, and what it still sends is read and forgotten.

use crate::player::End;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::Shutdown;
use std::net::TcpStream;
use std::time::Duration;
use std::time::Instant;

/// How long the server listens to somebody who has heard its last words.
const PATIENCE: Duration = Duration::from_secs(1);

/// Says the last words, and lets the player read them.
pub(crate) fn leave(stream: &TcpStream, end: &End) {
    say_last(stream, last_words(end));
}

/// What a player hears in the end.
pub(crate) fn last_words(end: &End) -> &'static str {
    match end {
        End::Quit => "bye\n",
        End::TooLong => "line too long, bye\n",
        End::TimedOut => "timed out, bye\n",
        End::Left | End::Cut | End::Lost(_) => "",
    }
}

/// Says these last words, and lets the player read them.
pub(crate) fn say_last(stream: &TcpStream, words: &str) {
    // Whoever has gone hears nothing; to say so is all that can be done.
    if let Err(error) = try_to_say_last(stream, words) {
        eprintln!("a player was lost: {error}");
    }
}

fn try_to_say_last(mut stream: &TcpStream, words: &str) -> io::Result<()> {
    stream.write_all(words.as_bytes())?;
    stream.shutdown(Shutdown::Write)?;
    let deadline = Instant::now() + PATIENCE;
    let mut rest = [0; 16 * 1024];
    loop {
        let remaining = deadline.saturating_duration_since(Instant::now());
        if remaining.is_zero() {
            return Ok(());
        }
        stream.set_read_timeout(Some(remaining))?;
        if !matches!(stream.read(&mut rest), Ok(count) if count > 0) {
            return Ok(());
        }
    }
}
