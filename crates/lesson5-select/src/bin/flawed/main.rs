//! Plays the lesson's programs with one classic mistake each: `lesson5-flawed NAME [ARGUMENTS]`.
fn main() {}
