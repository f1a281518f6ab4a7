//! Sends the path as it was typed, also without a slash.

use crate::Played;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Order;
use crate::web_client::Steps;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { request, ..CORRECT })
}

fn request(order: &Order) -> String {
    web_client::request_for(web_client::typed_path(order), &web_client::host(order))
}
