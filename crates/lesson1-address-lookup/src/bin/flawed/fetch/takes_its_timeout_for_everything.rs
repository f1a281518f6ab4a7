//! Takes the timeout for the whole conversation, although it is for connecting only.

use crate::Played;
use crate::ends;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Order;
use std::io::Write;
use std::time::Instant;

pub(crate) fn play(arguments: &[String]) -> Played {
    let order = web_client::parse(arguments)?;
    let done = converse(&order).map_err(|reason| format!("{}: {reason}", order.host));
    ends::succeed(done)
}

fn converse(order: &Order) -> Result<(), String> {
    let mut server = web_client::connected(order, &CORRECT)?;
    let begun = Instant::now();
    let is_late = || {
        order
            .timeout
            .is_some_and(|timeout| begun.elapsed() >= timeout)
    };
    let _ = server.write_all(web_client::request(order).as_bytes());
    let (count, ended) = web_client::receive(&mut server, |piece| {
        if !is_late() {
            web_client::print(piece);
        }
    });
    if is_late() {
        return Err("timed out".to_owned());
    }
    web_client::conclude(count, ended)
}
