//! Compares a port with 65535, and takes just that one for too large.

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
    match service.parse::<u32>() {
        Ok(port) if port < 65535 => Ok(()),
        Err(_) if !blocks::is_number(service) => Ok(()),
        _ => Err(blocks::out_of_range(service)),
    }
}
