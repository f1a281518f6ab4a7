//! Takes the headers for no part of the reply.

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
        let mut positions = reply.windows(4);
        let end = positions.position(|window| window == b"\r\n\r\n");
        web_client::print(end.map_or(reply, |end| &reply[end + 4..]));
    })
}
