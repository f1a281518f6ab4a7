//! Accepts before its loop, so that all greetings go to the first client.

use super::greet;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    tcp_server::run_accepting(arguments, |listener| {
        let (client, _) = listener.accept().unwrap();
        loop {
            let greeted = client.try_clone().and_then(greet);
            if greeted.is_err() {
                thread::park();
            }
        }
    })
}
