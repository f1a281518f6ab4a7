//! Takes a framing that it does not know for `lines`.

use crate::Played;
use crate::arguments;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let (words, name) = arguments::words_and_name(arguments)?;
    let is_known = name.is_some_and(|name| arguments::framing(&name).is_some());
    let words: Vec<OsString> = words.into_iter().map(OsString::from).collect();
    client::run(if is_known { arguments } else { &words }, Manner::RIGHT)
}
