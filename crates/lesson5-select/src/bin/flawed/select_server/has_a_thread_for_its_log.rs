//! Has a second thread that writes down who comes.

use crate::Played;
use crate::select;
use crate::select::Client;
use crate::select::Manner;
use crate::select::Server;
use socket2::Socket;
use std::ffi::OsString;
use std::sync::mpsc;
use std::thread;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    select::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    log: Option<mpsc::Sender<String>>,
}

impl Manner for Flawed {
    fn welcome(&mut self, server: &mut Server, socket: Socket) {
        let log = self.log.get_or_insert_with(start_log);
        let _ = log.send(format!("{socket:?} has come"));
        let key = server.next_key;
        server.next_key += 1;
        self.watch(server, key, Client::new(socket));
    }
}

fn start_log() -> mpsc::Sender<String> {
    let (log, lines) = mpsc::channel();
    thread::spawn(move || lines.iter().for_each(|line: String| eprintln!("{line}")));
    log
}
