//! Has four threads, and the fifth player waits for one of them.

use crate::Played;
use crate::manner::Manner;
use crate::server;
use std::ffi::OsString;
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::mpsc;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    server::run_accepting(arguments, |listener, house| {
        let (sender, receiver) = mpsc::channel::<TcpStream>();
        let waiting = Arc::new(Mutex::new(receiver));
        for _ in 0..4 {
            let waiting = Arc::clone(&waiting);
            server::start_thread(move || {
                loop {
                    let next = waiting.lock().unwrap().recv();
                    let Ok(stream) = next else { return };
                    server::entertain(&stream, house, Manner::RIGHT);
                }
            });
        }
        server::serve(&listener, |stream| {
            // The threads live as long as the program.
            let _ = sender.send(stream);
        });
    })
}
