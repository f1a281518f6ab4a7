//! Sends the address as Host, although somebody has asked for a name.

use crate::Played;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Order;
use crate::web_client::Steps;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { request, ..CORRECT })
}

fn request(order: &Order) -> String {
    let resolved = web_client::resolve(order);
    let addr = resolved.map_or_else(
        |_| order.host.clone(),
        |resolved| resolved.addrs[0].to_string(),
    );
    let host = web_client::with_port(&web_client::bracketed(&addr), order.port);
    web_client::request_for(&web_client::path(order), &host)
}
