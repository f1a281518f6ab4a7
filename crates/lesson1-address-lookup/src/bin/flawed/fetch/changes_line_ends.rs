//! Prints the reply line by line, and ends each line in its own way.

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
        for line in reply.split_inclusive(|byte| *byte == b'\n') {
            let line = line.strip_suffix(b"\n").unwrap_or(line);
            web_client::print(line.strip_suffix(b"\r").unwrap_or(line));
            println!();
        }
    })
}
