//! Names the address in its error as it has parsed it, not as it was typed.

use crate::Played;
use crate::questions;
use std::net::IpAddr;

pub(crate) fn play(arguments: &[String]) -> Played {
    let canonical: Vec<String> = arguments
        .iter()
        .map(|what| match what.parse::<IpAddr>() {
            Ok(addr) => addr.to_string(),
            Err(_) => what.clone(),
        })
        .collect();
    questions::run(&canonical, questions::CORRECT)
}
