//! Announces the path as a programmer sees it, in quotes.

use crate::Played;
use crate::conversation;
use crate::tcp_server::cannot_listen;
use crate::unix_server;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    let path = unix_server::path(arguments)?;
    let listener =
        unix_server::listen(&path).map_err(|error| cannot_listen(path.display(), &error))?;
    println!("listening on {path:?}");
    unix_server::serve(&listener, conversation::echo);
    Ok(())
}
