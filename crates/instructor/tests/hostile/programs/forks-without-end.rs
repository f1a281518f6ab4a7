//! Attempts to fork 5,000 times; each child lives for 20 s at most. Expected: fork is refused long before, and the others on the
//! machine do not notice.

mod proof;

fn main() {
    proof::in_a_cell();
    for children in 0..5_000 {
        if let Err(error) = proof::in_a_child(|| proof::wait()) {
            eprintln!("fork: refused, {error}, after {children} children");
            proof::tried();
        }
    }
    eprintln!("fork: WENT THROUGH 5,000 times");
    proof::tried();
}
