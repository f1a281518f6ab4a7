//! The end of a process that must end at once, in the middle of its checks.

use crate::running::LAUNCHING;
use crate::scratch;
use std::io::Read;

/// Ends every program that this process has started and removes their folders; from now on, none is started any more. For a
/// process that must end at once, in the middle of its checks.
fn abandon() {
    let lock = LAUNCHING.write();
    // Never given back: a thread that is about to start a program waits until the process has ended.
    std::mem::forget(lock);
    cell::kill_descendants();
    scratch::remove_folders(std::process::id());
}

/// Waits for the end of stdin, which comes when the parent that holds its other end has ended in whatever way, and then ends this
/// process with everything it has started. Returns at once; for a process whose stdin is a pipe from its parent.
pub fn end_with_stdin(status: u8) {
    #[expect(
        clippy::disallowed_methods,
        reason = "a thread cannot return from main, and everything has been ended by then"
    )]
    std::thread::spawn(move || {
        let mut rest = [0; 64];
        while std::io::stdin()
            .read(&mut rest)
            .is_ok_and(|count| count > 0)
        {}
        abandon();
        std::process::exit(i32::from(status));
    });
}
