//! Attempts to fill every folder that can be written, with 4 GiB at most. Expected: the room ends early, and nobody else misses any.

mod proof;

use std::fs::File;
use std::io::Write;

fn main() {
    proof::in_a_cell();
    let piece = vec![1_u8; 1 << 20];
    let here = std::env::current_dir().map_or(".".to_owned(), |path| path.display().to_string());
    for folder in ["/tmp", "/var/tmp", "/dev/shm", "/run", "/", here.as_str()] {
        let mut written = 0;
        let mut refusal = None;
        'files: for number in 0..64 {
            let mut file = match File::create(format!("{folder}/full-{number}")) {
                Ok(file) => file,
                Err(error) => {
                    refusal = Some(error);
                    break;
                }
            };
            for _ in 0..64 {
                match file.write_all(&piece) {
                    Ok(()) => written += 1,
                    Err(error) => {
                        refusal = Some(error);
                        break 'files;
                    }
                }
            }
        }
        match refusal {
            Some(error) => eprintln!("{folder}: refused, {error}, after {written} MiB"),
            None => eprintln!("{folder}: WENT THROUGH, {written} MiB"),
        }
    }
    proof::tried();
}
