//! Announces itself through a BufWriter that it never flushes.

use crate::Played;
use crate::conversation;
use crate::tcp_server;
use std::ffi::OsString;
use std::io;
use std::io::BufWriter;
use std::io::Write;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let listener = tcp_server::listen(arguments)?;
    let mut stdout = BufWriter::new(io::stdout());
    writeln!(stdout, "listening on {}", listener.local_addr().unwrap()).unwrap();
    tcp_server::serve(&listener, conversation::echo);
    Ok(())
}
