//! Sends back whole lines only.

use crate::Played;
use crate::owed;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use std::ffi::OsString;
use std::io;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn write(&mut self, client: &mut Client) -> io::Result<()> {
        let Some(last) = client.owed.iter().rposition(|byte| *byte == b'\n') else {
            return Ok(());
        };
        let rest = client.owed.split_off(last + 1);
        owed::write(&mut client.owed, &client.socket)?;
        client.owed.extend(rest);
        Ok(())
    }

    fn is_done(&mut self, client: &Client) -> bool {
        client.has_ended
    }
}
