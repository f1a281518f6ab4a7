//! Doubles a list of words 40 times. Expected: the compiler is refused the memory, or given up after its time.
#![recursion_limit = "100000"]

macro_rules! double {
    ([] $($word:tt)*) => { const WORDS: &str = stringify!($($word)*); };
    ([$first:tt $($rest:tt)*] $($word:tt)*) => { double!([$($rest)*] $($word)* $($word)*); };
}

double!([
    1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20
    1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20
] boom boom);

fn main() {
    println!("{}", WORDS.len());
}
