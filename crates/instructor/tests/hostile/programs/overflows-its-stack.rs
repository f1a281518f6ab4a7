//! Calls itself without end. Expected: the verdict says that the stack has overflowed.

mod proof;

fn main() {
    proof::in_a_cell();
    println!("{}", deeper(1));
}

fn deeper(depth: u64) -> u64 {
    let kept = std::hint::black_box([depth; 512]);
    if kept[0] == 0 {
        return 0;
    }
    deeper(kept[1] + 1) + kept[2]
}
