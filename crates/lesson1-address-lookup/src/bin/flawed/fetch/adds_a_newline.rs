//! Prints a newline behind the reply.

use crate::Played;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Steps;
use socket2::Socket;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { copy, ..CORRECT })
}

fn copy(server: &mut Socket) -> Result<(), String> {
    web_client::copy_as_a_whole(server, |reply| {
        web_client::print(reply);
        println!();
    })
}
