//! Sends no Host, without which a server cannot know which of its names is meant.

use crate::Played;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Order;
use crate::web_client::Steps;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { request, ..CORRECT })
}

fn request(order: &Order) -> String {
    let path = web_client::path(order);
    format!("GET {path} HTTP/1.1\r\nConnection: close\r\n\r\n")
}
