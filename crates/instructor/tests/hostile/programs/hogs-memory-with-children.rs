//! Attempts to use 8 GiB of memory in 64 processes, which no limit of one process sees. Expected: all of it is ended.

mod proof;

fn main() {
    proof::in_a_cell();
    for child in 0..64 {
        let started = proof::in_a_child(|| {
            let memory = vec![1_u8; 128 << 20];
            if memory.iter().step_by(4096).all(|byte| *byte == 1) {
                proof::wait();
            }
        });
        if let Err(error) = started {
            eprintln!("fork: refused, {error}, after {child} children");
            break;
        }
    }
    proof::wait();
}
