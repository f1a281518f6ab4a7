//! Keeps the compiler busy for ever. Expected: compiling it is given up after its time.
#![allow(long_running_const_eval)]

const ENDLESS: u64 = {
    let mut number: u64 = 0;
    while number < u64::MAX {
        number += 1;
    }
    number
};

fn main() {
    println!("{ENDLESS}");
}
