//! The lines in what a client sends, however it was cut.

/// The longest line, in bytes, its newline not counted.
const LONGEST: usize = 1024;

/// What was found where a line should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A line, without its end.
    Whole(Vec<u8>),
    /// More bytes than a line may have, and no newline among them.
    TooLong,
}

/// What has come from one client and has not been taken yet.
#[derive(Debug, Default)]
pub struct Lines {
    bytes: Vec<u8>,
    /// How many of them have been taken already.
    taken: usize,
}

impl Lines {
    /// These bytes have come, behind all the others.
    pub fn push(&mut self, bytes: &[u8]) {
        // Only now, once for many lines: to remove each line from the front would move all that are behind it.
        self.bytes.drain(..self.taken);
        self.taken = 0;
        self.bytes.extend_from_slice(bytes);
    }

    /// Takes the next line, if it is there; `None` while its end has not come yet.
    pub fn next_line(&mut self) -> Option<Line> {
        // TODO: of the bytes from `taken` on, find the newline. Take the line and its newline, drop one carriage return, keep the rest.
        // TODO, in stage 2: more than LONGEST bytes before the newline are too long, as soon as they are there.
        todo!(
            "find a line of at most {LONGEST} bytes in the {} that are there",
            self.bytes.len() - self.taken
        )
    }
}
