//! Greets as the lesson asks; a process that has left it uses the processor for it. Expected: what has left it belongs to it all the same.

mod proof;

fn main() {
    proof::in_a_cell();
    let _ = proof::in_a_daemon(|| {
        loop {
            std::hint::spin_loop();
        }
    });
    proof::greet(&proof::listen());
}
