use anyhow::Result;
/// stub
#[derive(clap::Args)]
pub(crate) struct Arguments {}
pub(crate) fn main(_: &Arguments) -> Result<u8> { Ok(0) }
