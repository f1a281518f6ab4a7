//! Says that it cannot listen, but not where.

use crate::Played;
use crate::conversation;
use crate::unix_server;
use std::ffi::OsString;
use std::process::ExitCode;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let path = unix_server::path(arguments)?;
    let listener = unix_server::listen(&path).map_err(|error| {
        eprintln!("error: {error}");
        ExitCode::FAILURE
    })?;
    println!("listening on {}", path.display());
    unix_server::serve(&listener, conversation::echo);
    Ok(())
}
