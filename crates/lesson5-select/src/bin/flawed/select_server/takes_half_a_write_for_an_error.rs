//! Sends nothing more to a client to whom not everything could be written at once.

use crate::Played;
use crate::owed;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use std::ffi::OsString;
use std::io;
use std::net::Shutdown;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn write(&mut self, client: &mut Client) -> io::Result<()> {
        match owed::write_piece(&mut client.owed, &client.socket) {
            Ok(()) if client.owed.is_empty() => return Ok(()),
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
            _ => {}
        }
        client.owed.clear();
        let _ = client.socket.shutdown(Shutdown::Write);
        Ok(())
    }
}
