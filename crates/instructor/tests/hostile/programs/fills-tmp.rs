//! Attempts to fill every folder that can be written, with 4 GiB at most. Expected: the room ends early, and nobody else misses any.

mod proof;

use std::fs::File;
use std::io::Write;

unsafe extern "C" {
    fn signal(number: i32, action: usize) -> usize;
}

const TOO_LARGE: i32 = 25;
const IGNORE: usize = 1;

fn main() {
    proof::in_a_cell();
    // A file that is too large ends its writer, unless it does not want to hear of it.
    // SAFETY: sets what a signal does to this process; there is no handler.
    unsafe { signal(TOO_LARGE, IGNORE) };
    let piece = vec![1_u8; 1 << 20];
    let here = std::env::current_dir().map_or(".".to_owned(), |path| path.display().to_string());
    for folder in ["/tmp", "/var/tmp", "/dev/shm", "/run", "/", here.as_str()] {
        let mut written = 0;
        let mut refusals = 0;
        let mut refusal = None;
        for number in 0..64 {
            let filled = File::create(format!("{folder}/full-{number}")).and_then(|mut file| {
                for _ in 0..64 {
                    file.write_all(&piece)?;
                    written += 1;
                }
                Ok(())
            });
            // The next file may still have room, but not all of them.
            if let Err(error) = filled {
                refusals += 1;
                refusal = Some(error);
            }
        }
        match refusal {
            Some(error) => {
                eprintln!("{folder}: refused {refusals} times, {error}, after {written} MiB")
            }
            None => eprintln!("{folder}: WENT THROUGH, {written} MiB"),
        }
    }
    proof::tried();
}
