//! Answers with one wrong byte a second, for ever. Expected: the checks end with the line that was due, not with the program.

mod proof;

use std::io::Write;
use std::time::Duration;

fn main() {
    proof::in_a_cell();
    proof::serve(&proof::listen(), |mut client, _| {
        std::thread::spawn(move || {
            while client.write_all(b"Z").is_ok() {
                std::thread::sleep(Duration::from_secs(1));
            }
        });
    });
}
