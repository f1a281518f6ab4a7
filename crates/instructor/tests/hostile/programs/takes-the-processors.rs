//! Wants all processors: a hundred processes that spin, each of which would have a session of its own. Expected: none gets one, so
//! that all together have no more than one program of somebody else's.

mod proof;

use std::time::Duration;

unsafe extern "C" {
    fn setsid() -> i32;
    fn setpgid(pid: i32, group: i32) -> i32;
}

fn main() {
    proof::in_a_cell();
    for number in 0..100 {
        let _ = proof::in_a_child(|| {
            // SAFETY: calls without pointers.
            let (session, group) = unsafe { (setsid(), setpgid(0, 0)) };
            if number == 0 {
                proof::tell_call("session", i64::from(session));
                proof::tell_call("group", i64::from(group));
            }
            loop {
                std::hint::spin_loop();
            }
        });
    }
    std::thread::sleep(Duration::from_secs(1));
    proof::tried();
}
