//! Compares a port with 65535 after it has parsed it as an i32, and lets pass what that cannot hold.

use crate::Played;
use crate::blocks;
use crate::blocks::CORRECT;
use crate::blocks::Steps;

pub(crate) fn play(arguments: &[String]) -> Played {
    blocks::run(
        arguments,
        Steps {
            check_port,
            ..CORRECT
        },
    )
}

fn check_port(service: &str) -> Result<(), String> {
    match service.parse::<i32>() {
        Ok(port) if !(0..=65535).contains(&port) => Err(blocks::out_of_range(service)),
        _ => Ok(()),
    }
}
