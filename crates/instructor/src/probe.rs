//! `probe`: what this machine has for cells, layer by layer.

use crate::DONE;
use crate::cells::Cells;
use anyhow::Result;
use std::io::Write;

/// Show which layers of isolation this machine has.
#[derive(clap::Args)]
pub(crate) struct Arguments {}

/// # Errors
/// Where our own program cannot be started.
pub(crate) fn main(_: &Arguments) -> Result<u8> {
    let cells = Cells::probe()?;
    let mut stdout = std::io::stdout().lock();
    for layer in &cells.layers {
        let reason = layer.missing.as_deref();
        writeln!(stdout, "{}  {}", layer.name, reason.unwrap_or("ok"))?;
    }
    writeln!(stdout, "strong: {}", cells.are_strong())?;
    Ok(DONE)
}
