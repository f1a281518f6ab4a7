//! Takes the cards of --deck in upper case only.

use crate::Played;
use crate::arguments;
use crate::arguments::Words;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let words = Words::new(arguments)?;
    let deck = words.deck.as_deref().unwrap_or_default();
    if deck.chars().any(|letter| letter.is_ascii_lowercase()) {
        let problem = format!("invalid value '{deck}' for '--deck <CARDS>'");
        return Err(arguments::wrong_usage(&problem));
    }
    server::run(arguments, Manner::RIGHT)
}
