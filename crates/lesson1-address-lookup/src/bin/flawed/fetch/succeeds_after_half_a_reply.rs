//! Says that the reply broke off, and ends with status 0.

use crate::Played;
use crate::ends;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Steps;
use socket2::Socket;

pub(crate) fn play(arguments: &[String]) -> Played {
    let order = web_client::parse(arguments)?;
    let steps = Steps { copy, ..CORRECT };
    ends::succeed(web_client::fetch(&order, &steps))
}

fn copy(server: &mut Socket) -> Result<(), String> {
    let host = server.peer_addr().ok().and_then(|addr| addr.as_socket());
    let host = host.map(|addr| addr.ip().to_string()).unwrap_or_default();
    let (count, ended) = web_client::receive(server, web_client::print);
    match web_client::conclude(count, ended) {
        Err(reason) if count > 0 => {
            ends::fail(&format!("{host}: {reason}"));
            Ok(())
        }
        done => done,
    }
}
