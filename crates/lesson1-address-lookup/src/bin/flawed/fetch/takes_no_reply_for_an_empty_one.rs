//! Prints a reply without a byte, and ends well.

use crate::Played;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Steps;
use socket2::Socket;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { copy, ..CORRECT })
}

fn copy(server: &mut Socket) -> Result<(), String> {
    let (count, ended) = web_client::receive(server, web_client::print);
    match count {
        0 => Ok(()),
        _ => web_client::conclude(count, ended),
    }
}
