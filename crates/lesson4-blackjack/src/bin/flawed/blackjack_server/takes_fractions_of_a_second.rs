//! Takes a timeout with a fraction.

use crate::Played;
use crate::arguments::Words;
use crate::manner::Manner;
use crate::server;
use crate::server::House;
use std::ffi::OsString;
use std::time::Duration;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let words = Words::new(arguments)?;
    let whole = words.idle_timeout.as_deref().unwrap_or("300");
    let fraction: f64 = whole.parse().unwrap_or_default();
    if fraction < 1.0 {
        return server::run(arguments, Manner::RIGHT);
    }
    let house = House {
        seed: words.seed()?,
        stack: words.stack()?,
        idle_timeout: Duration::from_secs_f64(fraction),
    };
    server::run_for(words.addr()?, house)
}
