//! Attempts to use 6 GiB of memory in one process. Expected: it is refused more, or ended.

mod proof;

fn main() {
    proof::in_a_cell();
    // Memory is used when it is written to.
    let used = vec![1_u8; 64 << 20];
    let mut kept: Vec<Vec<u8>> = Vec::new();
    for piece in 0..96 {
        let mut memory: Vec<u8> = Vec::new();
        if memory.try_reserve_exact(64 << 20).is_err() {
            eprintln!("memory: refused, after {} MiB", piece * 64);
            proof::tried();
        }
        memory.extend_from_slice(&used);
        kept.push(memory);
    }
    eprintln!("memory: WENT THROUGH, {} pieces of 64 MiB", kept.len());
    proof::tried();
}
