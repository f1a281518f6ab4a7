//! Takes whatever begins with a dash for an option, even after --.

use crate::Played;
use crate::arguments;
use crate::tcp_client;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let is_option = |word: &&OsString| word.to_string_lossy().starts_with('-') && *word != "--";
    match arguments.iter().find(is_option) {
        Some(option) => {
            let problem = format!("unexpected argument '{}'", option.display());
            Err(arguments::wrong_usage(&problem))
        }
        None => tcp_client::run(arguments, tcp_client::send, tcp_client::receive),
    }
}
