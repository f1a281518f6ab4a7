//! Has a thread for each player, and one lock that each holds for its whole conversation.

use crate::Played;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;
use std::sync::Mutex;

static TABLE: Mutex<()> = Mutex::new(());

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, house| {
        server::serve(&listener, |stream| {
            server::start_thread(move || {
                let _table = TABLE.lock().unwrap();
                server::entertain(&stream, house, Manner::RIGHT);
            });
        });
    })
}
