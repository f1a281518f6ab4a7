//! Attempts to find hidden checks, solutions, results and other submissions: it opens the paths that whoever wrote it knows, and
//! walks through all that there is. Expected: nothing of that is there.

mod proof;

use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// Paths of the machine, put in by the test.
const KNOWN: &[&str] = &[/* paths */];
/// What every system has, and nobody's secret; too much to be listed.
const SYSTEM: [&str; 8] = [
    "/usr",
    "/lib",
    "/lib64",
    "/bin",
    "/sbin",
    "/proc",
    "/sys",
    "/etc/alternatives",
];

fn main() {
    proof::in_a_cell();
    // By their numbers: what was found below stands out.
    for (number, path) in KNOWN.iter().enumerate() {
        let up = format!("{}{path}", "../".repeat(20));
        let through = format!("/proc/1/root{path}");
        for way in [path, up.as_str(), through.as_str()] {
            proof::tell(&format!("known {number}"), fs::metadata(way));
        }
    }
    let mut folders = vec![PathBuf::from("/")];
    let mut looked = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            looked += 1;
            if looked > 20_000 {
                eprintln!("there is too much to look at");
                proof::tried();
            }
            if SYSTEM.iter().any(|system| path == Path::new(system)) {
                continue;
            }
            eprintln!("found {}", path.display());
            // Links may lead in circles.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(path);
            }
        }
    }
    proof::tried();
}
