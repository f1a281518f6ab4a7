//! Greets as the lesson asks, and listens on a fixed port besides, as its seven copies do. Expected: nobody meets another copy; full
//! marks for the greeters.

mod proof;

use std::io::Read;
use std::io::Write;
use std::net::TcpListener;
use std::net::TcpStream;

const PORT: &str = "127.0.0.1:34567";
/// Which copy this is, put in by the test.
const COPY: &str = "/* copy */";

fn main() {
    proof::in_a_cell();
    match TcpListener::bind(PORT) {
        Ok(listener) => {
            std::thread::spawn(move || {
                proof::serve(&listener, |mut client, _| {
                    let _ = client.write_all(COPY.as_bytes());
                })
            });
        }
        Err(error) => {
            // Another check of the same copy may have it; it may also end at any moment.
            let mut other = String::new();
            let told =
                TcpStream::connect(PORT).and_then(|mut holder| holder.read_to_string(&mut other));
            if told.is_ok() && !other.is_empty() && other != COPY {
                eprintln!("{error}: copy {other} has the port of copy {COPY}");
                proof::tried();
            }
        }
    }
    proof::greet(&proof::listen());
}
