//! Sends the port with Host, also where it is 80.

use crate::Played;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Order;
use crate::web_client::Steps;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { request, ..CORRECT })
}

fn request(order: &Order) -> String {
    let host = format!("{}:{}", web_client::bracketed(&order.host), order.port);
    web_client::request_for(&web_client::path(order), &host)
}
