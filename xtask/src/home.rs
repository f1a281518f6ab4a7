//! `cargo xtask` without more: where the student is, and what to do next. On the very first run a welcome.

use crate::PASSED;
use crate::messages;
use crate::progress::Progress;
use anyhow::Result;

/// # Errors
/// Where stdout cannot be written.
pub(crate) fn main() -> Result<u8> {
    let progress = Progress::load();
    let text = if progress.is_empty() {
        messages::progress::welcome()
    } else {
        messages::progress::place(&progress)
    };
    messages::print(&text)?;
    Ok(PASSED)
}
