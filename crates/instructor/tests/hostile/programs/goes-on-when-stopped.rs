//! Greets as the lesson asks; processes of its own let it go on whenever somebody stops it. Expected: they are held still with it, no
//! check breaks, and what they use of the processor is the program's.

mod proof;

const SIGCONT: i32 = 18;

unsafe extern "C" {
    fn kill(pid: i32, signal: i32) -> i32;
}

fn main() {
    proof::in_a_cell();
    let own = std::process::id() as i32;
    for _ in 0..4 {
        let _ = proof::in_a_daemon(|| {
            // SAFETY: a call without pointers. It fails when the program has ended.
            while unsafe { kill(own, SIGCONT) } == 0 {}
        });
    }
    proof::greet(&proof::listen());
}
