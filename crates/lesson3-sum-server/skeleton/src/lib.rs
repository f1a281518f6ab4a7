//! What the server and the client share: the four framings, and the meaning of a request.

pub mod sum;

/// How each side finds the end of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Framing {
    /// A message ends at its newline.
    Lines,
    /// Every request has 16 bytes, every reply 9.
    Fixed,
    /// Two bytes in front of a message say how long it is.
    Length,
    /// A message ends where its sender shuts its sending side.
    Shutdown,
}

/// The longest text that the server takes, in bytes. Without a limit, one client could fill the server's memory.
pub const LONGEST: usize = 1024;
