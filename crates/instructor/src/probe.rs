//! `probe`: what this machine has for cells, layer by layer.

use crate::DONE;
use crate::OUR_FAULT;
use crate::cells::Cells;
use crate::messages;
use anyhow::Result;

/// Show which layers of isolation this machine has.
#[derive(clap::Args)]
pub(crate) struct Arguments {}

/// # Errors
/// Where our own program cannot be started.
pub(crate) fn main(_: &Arguments) -> Result<u8> {
    let cells = Cells::probe()?;
    messages::layers(&cells.layers, cells.are_strong())?;
    Ok(if cells.are_strong() { DONE } else { OUR_FAULT })
}
