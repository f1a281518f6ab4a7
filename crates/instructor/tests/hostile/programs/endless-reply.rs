//! Greets as it should, and does not stop. Expected: the first byte too many is named.

mod proof;

use std::io::Write;

fn main() {
    proof::in_a_cell();
    proof::serve(&proof::listen(), |mut client, peer| {
        let _ = client.write_all(format!("Hello {}\n", peer.ip()).as_bytes());
        // At most 1 GiB, and no longer than somebody reads.
        for _ in 0..1024 {
            if client.write_all(&[b'Z'; 1 << 20]).is_err() {
                break;
            }
        }
    });
}
