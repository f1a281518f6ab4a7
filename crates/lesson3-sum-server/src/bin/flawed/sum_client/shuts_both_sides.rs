//! Shuts both sides in the framing `shutdown`, and cannot hear the reply any more.

use crate::Played;
use crate::arguments::Framing;
use crate::client;
use crate::client::Manner;
use crate::client::Task;
use std::ffi::OsString;
use std::net::Shutdown;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let task = client::parse(arguments)?;
    if task.framing != Framing::Shutdown {
        return client::run(arguments, Manner::RIGHT);
    }
    client::finish(ask(&task))
}

fn ask(task: &Task) -> Result<String, String> {
    let stream = client::connect(task.addr)?;
    client::send(&stream, &client::request(task))?;
    stream
        .shutdown(Shutdown::Both)
        .map_err(|error| client::in_words(&error))?;
    client::read_to_end(&stream)
}
