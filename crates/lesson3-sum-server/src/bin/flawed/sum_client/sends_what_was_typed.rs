//! Sends its arguments as they were typed, and not the numbers that they are.

use crate::Played;
use crate::arguments;
use crate::arguments::Framing;
use crate::client;
use crate::client::Manner;
use crate::client::Task;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let task = client::parse(arguments)?;
    if task.framing != Framing::Lines {
        return client::run(arguments, Manner::RIGHT);
    }
    let (words, _) = arguments::words_and_framing(arguments)?;
    client::finish(ask(&task, &words[1..]))
}

fn ask(task: &Task, words: &[String]) -> Result<String, String> {
    let stream = client::connect(task.addr)?;
    client::send(&stream, format!("{}\n", words.join(" ")).as_bytes())?;
    client::read_line(&stream)
}
