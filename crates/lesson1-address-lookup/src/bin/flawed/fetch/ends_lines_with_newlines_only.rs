//! Ends the lines of its request with a newline only.

use crate::Played;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Order;
use crate::web_client::Steps;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { request, ..CORRECT })
}

fn request(order: &Order) -> String {
    web_client::request(order).replace("\r\n", "\n")
}
