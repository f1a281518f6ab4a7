//! Takes `--idle-timeout 0`.

use crate::Played;
use crate::arguments::Words;
use crate::manner::Manner;
use crate::server;
use crate::server::House;
use std::ffi::OsString;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let words = Words::new(arguments)?;
    if words.idle_timeout.as_deref() != Some("0") {
        return server::run(arguments, Manner::RIGHT);
    }
    let house = House {
        seed: words.seed()?,
        stack: words.stack()?,
        idle_timeout: Duration::from_secs(300),
    };
    server::run_for(words.addr()?, house)
}
