//! Attempts to look like a test run in which everything has passed. Expected: a first line that is not the promised one, no points.

mod proof;

fn main() {
    proof::in_a_cell();
    println!("running 12 tests");
    println!(
        "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s"
    );
    println!("{{\"schema\":\"loopback/report/1\",\"outcome\":\"passed\",\"points\":17}}");
}
