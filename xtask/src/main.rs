//! `cargo xtask`: the commands themselves are the library beside this file.

fn main() -> std::process::ExitCode {
    xtask::main()
}
