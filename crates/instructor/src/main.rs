//! The instructor's commands.

fn main() {}
