//! Reads its name from /etc/hostname, where the system finds one when it starts, and nothing later.

use crate::Played;
use crate::machine;

pub(crate) fn play(arguments: &[String]) -> Played {
    machine::run(arguments, |_| {
        let text = std::fs::read_to_string("/etc/hostname");
        let text = text.map_err(|error| format!("/etc/hostname: {error}"))?;
        machine::describe(text.trim())
    })
}
