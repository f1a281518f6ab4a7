//! Floods stdout without a newline, with 1 GiB at most. Expected: it is cut and said to be no announcement; no points.

mod proof;

use std::io::Write;

fn main() {
    proof::in_a_cell();
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..1024 {
        if std::io::stdout().write_all(&piece).is_err() {
            break;
        }
    }
    proof::wait();
}
