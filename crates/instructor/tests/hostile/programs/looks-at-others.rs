//! Attempts to see, trace and read the processes of others, above all of those that judge. Expected: it sees its own only.

mod proof;

use std::fs;
use std::io::Read;

const PTRACE_SEIZE: i32 = 0x4206;

unsafe extern "C" {
    fn ptrace(request: i32, pid: i32, address: usize, data: usize) -> i64;
}

fn main() {
    proof::in_a_cell();
    let own = std::process::id();
    let parent = std::os::unix::process::parent_id();
    let numbers: Vec<u32> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter(|pid| *pid != own)
        .collect();
    for pid in &numbers {
        let words = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        eprintln!(
            "process {pid} is there: {:?}",
            String::from_utf8_lossy(&words)
        );
    }
    let mut traced = Vec::new();
    let mut read = Vec::new();
    for pid in std::iter::once(parent)
        .chain(1..400)
        .filter(|pid| *pid > 0 && *pid != own)
    {
        // SAFETY: looks at another process; no pointer of ours is given.
        if unsafe { ptrace(PTRACE_SEIZE, pid as i32, 0, 0) } == 0 {
            traced.push(pid);
        }
        for file in [
            "mem",
            "environ",
            "maps",
            "fd/0",
            "fd/1",
            "root/etc/passwd",
            "cwd/Cargo.toml",
            "exe",
        ] {
            let path = format!("/proc/{pid}/{file}");
            let first = fs::File::open(&path).and_then(|mut file| file.read(&mut [0; 16]));
            if first.is_ok() {
                read.push(path);
            }
        }
    }
    eprintln!("traced: {traced:?}\nread: {read:?}");
    proof::tried();
}
