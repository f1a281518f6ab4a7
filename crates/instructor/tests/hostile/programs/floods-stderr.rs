//! Floods stderr without a newline, 64 MiB of it. Expected: of it only the beginning is kept.

mod proof;

use std::io::Write;

fn main() {
    proof::in_a_cell();
    let piece = vec![b'y'; 1 << 20];
    for _ in 0..64 {
        if std::io::stderr().write_all(&piece).is_err() {
            break;
        }
    }
    proof::tried();
}
