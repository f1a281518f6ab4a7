//! Plays the lesson's program with one classic mistake each: `lesson4-flawed NAME [ARGUMENTS]`.
fn main() {}
