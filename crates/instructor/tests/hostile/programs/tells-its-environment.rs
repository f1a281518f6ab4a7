//! Tells all that it was given, when it was compiled and when it was started. Expected: no variable of whoever grades.

mod proof;

fn main() {
    proof::in_a_cell();
    eprintln!("compiled with {:?}", option_env!("LOOPBACK_TEST_SECRET"));
    eprintln!(
        "compiled in {:?} by {:?}",
        option_env!("CARGO_MANIFEST_DIR"),
        option_env!("USER")
    );
    eprintln!("compiled from {}", file!());
    for (name, value) in std::env::vars_os() {
        eprintln!("variable {name:?} is {value:?}");
    }
    eprintln!("arguments {:?}", std::env::args_os().collect::<Vec<_>>());
    eprintln!("folder {:?}", std::env::current_dir());
    proof::tried();
}
