//! What both servers are made of: sockets that a poller watches, a door for new clients, and bytes that are owed.

mod door;
mod lines;
mod owed;
mod watched;

pub use door::Door;
pub use lines::Line;
pub use lines::Lines;
pub use owed::Owed;
pub use watched::Interest;
pub use watched::Watched;

use std::io;
use std::io::Write;

/// Messages for people go to stderr; where nobody reads them, that is no reason to end.
pub fn log(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}
