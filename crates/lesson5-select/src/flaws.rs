//! The classic mistakes: flawed programs, and the checks that catch them.
