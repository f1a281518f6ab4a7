//! Attempts to use 6 GiB of memory in one process. Expected: it is refused more, or ended.

mod proof;

fn main() {
    proof::in_a_cell();
    let mut kept: Vec<Vec<u8>> = Vec::new();
    for piece in 0..96 {
        let mut memory: Vec<u8> = Vec::new();
        if memory.try_reserve_exact(64 << 20).is_err() {
            eprintln!("memory: refused, after {} MiB", piece * 64);
            proof::tried();
        }
        // Memory is used when it is written to.
        memory.resize(64 << 20, 1);
        kept.push(memory);
    }
    eprintln!("memory: WENT THROUGH, {} pieces of 64 MiB", kept.len());
    proof::tried();
}
