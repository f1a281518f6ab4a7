//! Sends an IPv6 address without brackets, with a port behind one more colon.

use crate::Played;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Order;
use crate::web_client::Steps;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { request, ..CORRECT })
}

fn request(order: &Order) -> String {
    let host = web_client::with_port(&order.host, order.port);
    web_client::request_for(&web_client::path(order), &host)
}
