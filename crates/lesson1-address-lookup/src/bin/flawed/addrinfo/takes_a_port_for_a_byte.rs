//! Parses a port as a u8.

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
    if blocks::is_number(service) && service.parse::<u8>().is_err() {
        return Err(blocks::out_of_range(service));
    }
    Ok(())
}
