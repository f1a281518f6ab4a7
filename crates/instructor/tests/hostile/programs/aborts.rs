//! Aborts. Expected: the verdict names the signal.

mod proof;

fn main() {
    proof::in_a_cell();
    std::process::abort();
}
