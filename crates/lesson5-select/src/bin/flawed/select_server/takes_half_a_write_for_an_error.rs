//! Cuts a client off to whom not everything can be written at once.

use crate::Played;
use crate::owed;
use crate::select::Client;
use crate::select::Manner;
use crate::select;
use std::ffi::OsString;
use std::io;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
fn write(&mut self, client: &mut Client) -> io::Result<()> {
        owed::write_piece(&mut client.owed, &client.socket)?;
        if client.owed.is_empty() {
            return Ok(());
        }
        // Gone at once, whatever is still on the way.
        client.socket.set_linger(Some(Duration::ZERO))?;
        Err(io::ErrorKind::WriteZero.into())
    }
}
