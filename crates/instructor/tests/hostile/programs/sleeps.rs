//! Says nothing and does nothing. Expected: it is given up after the promised 10 s.

mod proof;

fn main() {
    proof::in_a_cell();
    proof::wait();
}
