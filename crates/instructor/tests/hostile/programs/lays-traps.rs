//! Put beside a right server for Unix sockets: puts things into the check's folder that whoever prepares files there would stumble over, and
//! fills it. Expected: the checks fail or pass, and none of them breaks, here or beside it.

#[path = "../proof/mod.rs"]
mod proof;

use std::ffi::CString;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::Duration;

unsafe extern "C" {
    fn mkfifo(path: *const std::ffi::c_char, mode: u32) -> i32;
}

/// Lays the traps in the folder of the socket, in the background as far as the server would be in its own way.
pub fn lay() {
    proof::in_a_cell();
    let Some(path) = std::env::args_os().nth(1) else {
        return;
    };
    let Some(folder) = Path::new(&path).parent().map(Path::to_owned) else {
        return;
    };
    let pipe = |name: &str| {
        let path = CString::new(folder.join(name).as_os_str().as_bytes());
        if let Ok(path) = path {
            // SAFETY: the path ends in a zero byte, and lives as long as the call.
            unsafe { mkfifo(path.as_ptr(), 0o666) };
        }
    };
    pipe("file");
    pipe("busy.sock");
    let _ = fs::create_dir(folder.join("folder"));
    let _ = symlink("/dev/zero", folder.join("link"));
    if std::process::id() % 2 == 0 {
        pipe("others");
    } else {
        let _ = symlink("/proc/self/fd", folder.join("others"));
    }
    std::thread::spawn(move || {
        for _ in 0..200 {
            if Path::new(&path).exists() {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let mut deep = folder.join("deep");
        for _ in 0..50 {
            let _ = fs::create_dir(&deep);
            deep.push("x".repeat(200));
        }
        for number in 0..9000 {
            let _ = fs::write(folder.join(format!("full-{number}")), "x");
        }
    });
}
