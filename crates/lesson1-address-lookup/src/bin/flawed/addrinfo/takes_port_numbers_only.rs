//! Parses the service as a number, and knows no names.

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
    match service.parse::<u16>() {
        Ok(_) => Ok(()),
        Err(_) if blocks::is_number(service) => Err(blocks::out_of_range(service)),
        Err(_) => Err(format!("{service}: service not known")),
    }
}
