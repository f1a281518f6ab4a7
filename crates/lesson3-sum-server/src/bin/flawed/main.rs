//! The flawed programs of the lesson, in one executable: `lesson3-flawed FLAW ARGUMENTS`.

fn main() {}
