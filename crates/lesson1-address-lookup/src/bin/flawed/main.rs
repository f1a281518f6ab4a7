//! The flawed programs of the lesson, in one executable: `lesson1-flawed FLAW ARGUMENTS`.

fn main() {}
