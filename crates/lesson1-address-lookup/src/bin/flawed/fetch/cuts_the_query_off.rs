//! Takes what follows the question mark for no part of the path.

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
    let (path, _) = path.split_once('?').unwrap_or((path.as_str(), ""));
    web_client::request_for(path, &web_client::host(order))
}
