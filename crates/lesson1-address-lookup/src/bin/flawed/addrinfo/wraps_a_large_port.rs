//! Parses a port as a large number, and cuts it to 16 bits.

use crate::Played;
use crate::blocks;
use crate::blocks::CORRECT;
use crate::ends;

pub(crate) fn play(arguments: &[String]) -> Played {
    let mut query = blocks::parse(arguments)?;
    if let Ok(number) = query.service.parse::<u128>() {
        query.service = (number as u16).to_string();
    }
    ends::finish(blocks::answer(&query, &CORRECT))
}
