//! Answers with one byte a second, for ever, and the seventh is wrong. Expected: the checks end with the line that was due, not with the program.

mod proof;

use std::io::Write;
use std::time::Duration;

fn main() {
    proof::in_a_cell();
    proof::serve(&proof::listen(), |mut client, _| {
        std::thread::spawn(move || {
            for byte in b"Hello ".iter().chain(std::iter::repeat(&b'Z')) {
                if client.write_all(&[*byte]).is_err() {
                    break;
                }
                std::thread::sleep(Duration::from_secs(1));
            }
        });
    });
}
