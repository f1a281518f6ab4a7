//! Hands every number to getaddrinfo, which keeps the lowest 16 bits of some.

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

fn check_port(_service: &str) -> Result<(), String> {
    Ok(())
}
