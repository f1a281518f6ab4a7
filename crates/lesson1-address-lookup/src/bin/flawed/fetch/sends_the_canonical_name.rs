//! Sends the canonical name as Host, which the server may not know.

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
    let host = resolved.map_or_else(|_| order.host.clone(), |resolved| resolved.canonical);
    let host = web_client::with_port(&web_client::bracketed(&host), order.port);
    web_client::request_for(&web_client::path(order), &host)
}
