//! Unwraps what parse answers for a port.

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
    if blocks::is_number(service) {
        let port: u16 = service.parse().unwrap();
        eprintln!("port {port}");
    }
    Ok(())
}
