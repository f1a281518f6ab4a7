//! Says its errors on stdout.

use crate::Played;
use crate::client;
use crate::client::Manner;
use std::ffi::OsString;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    client::run(
        arguments,
        Manner {
            finish,
            ..Manner::RIGHT
        },
    )
}

fn finish(reply: Result<String, String>) -> Played {
    reply.map(|sum| println!("{sum}")).map_err(|reason| {
        println!("error: {reason}");
        ExitCode::FAILURE
    })
}
