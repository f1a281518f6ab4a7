//! Greets as the lesson asks from a second thread, and keeps every connection; the first one, by whose number everybody looks, has ended.
//! Expected: the leak is found.

mod proof;

use std::ffi::c_long;
use std::io::Write;
use std::net::Shutdown;

unsafe extern "C" {
    fn syscall(number: c_long, ...) -> c_long;
}

/// Of one thread, not of the process.
#[cfg(target_arch = "x86_64")]
const EXIT: c_long = 60;
#[cfg(not(target_arch = "x86_64"))]
const EXIT: c_long = 93;

fn main() {
    proof::in_a_cell();
    let listener = proof::listen();
    std::thread::spawn(move || {
        let mut kept = Vec::new();
        proof::serve(&listener, |mut client, peer| {
            let _ = client.write_all(format!("Hello {}\n", peer.ip()).as_bytes());
            let _ = client.shutdown(Shutdown::Both);
            kept.push(client);
        })
    });
    // SAFETY: a call with a number. Nothing of this thread's is used by the other one.
    unsafe { syscall(EXIT, 0) };
}
