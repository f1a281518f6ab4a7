//! Greets as the lesson asks but keeps every connection, and wants nobody to be able to count them. Expected: the leak is found.

mod proof;

use std::io::Write;
use std::net::Shutdown;

unsafe extern "C" {
    fn prctl(option: i32, ...) -> i32;
}

const SET_DUMPABLE: i32 = 4;

fn main() {
    proof::in_a_cell();
    let mut kept = Vec::new();
    proof::serve(&proof::listen(), |mut client, peer| {
        let _ = client.write_all(format!("Hello {}\n", peer.ip()).as_bytes());
        let _ = client.shutdown(Shutdown::Both);
        kept.push(client);
        // SAFETY: a call without pointers.
        let hidden = i64::from(unsafe { prctl(SET_DUMPABLE, 0_u64) });
        if kept.len() == 1 {
            proof::tell_call("hide", hidden);
        }
    })
}
