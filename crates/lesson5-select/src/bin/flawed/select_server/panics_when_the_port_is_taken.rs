//! Unwraps what bind answers.

use crate::Played;
use crate::select;
use crate::select::Manner;
use std::ffi::OsString;
use std::io;
use std::net::SocketAddr;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed)
}

struct Flawed;

impl Manner for Flawed {
    fn cannot_listen(&mut self, _addr: SocketAddr, error: &io::Error) -> ExitCode {
        panic!("called `Result::unwrap()` on an `Err` value: {error:?}");
    }
}
