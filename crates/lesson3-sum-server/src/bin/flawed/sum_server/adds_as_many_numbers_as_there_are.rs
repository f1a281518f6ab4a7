//! Adds all the numbers of a request, whether there are two of them, three, one or none.

use crate::Played;
use crate::server;
use crate::server::Manner;
use crate::sum;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run(
        arguments,
        Manner {
            reply_to,
            ..Manner::RIGHT
        },
    )
}

fn reply_to(text: &[u8]) -> String {
    let Some(numbers) = integers(text) else {
        return "error: expected integers".to_owned();
    };
    match numbers.into_iter().try_fold(0, i64::checked_add) {
        Some(sum) => sum.to_string(),
        None => "error: overflow".to_owned(),
    }
}

fn integers(text: &[u8]) -> Option<Vec<i64>> {
    sum::words(text).into_iter().map(sum::integer).collect()
}
