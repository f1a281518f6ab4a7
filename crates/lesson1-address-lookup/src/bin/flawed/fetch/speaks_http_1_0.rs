//! Speaks HTTP/1.0.

use crate::Played;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Order;
use crate::web_client::Steps;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { request, ..CORRECT })
}

fn request(order: &Order) -> String {
    web_client::request(order).replacen("HTTP/1.1", "HTTP/1.0", 1)
}
