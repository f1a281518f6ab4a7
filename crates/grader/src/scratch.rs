//! A folder of one check's own, removed with everything in it.

use crate::confinement;
use crate::running::LAUNCHING;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::PoisonError;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering;

static NEXT: AtomicU32 = AtomicU32::new(0);

/// An empty folder with a short path (a Unix socket's path holds 108 bytes at most), removed on drop.
#[derive(Debug)]
pub(crate) struct Scratch {
    path: PathBuf,
}

impl Scratch {
    pub(crate) fn new() -> io::Result<Scratch> {
        // Whoever abandons everything has removed the folders, and must not find new ones.
        let _launching = LAUNCHING.read().unwrap_or_else(PoisonError::into_inner);
        let folder = folder();
        // A folder left by a killed run of the same process number is passed over, never reused.
        for _ in 0..1000 {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(format!("loopback-{}-{number}", std::process::id()));
            match std::fs::create_dir(&path) {
                Ok(()) => {
                    let scratch = Scratch { path };
                    if let Some(confinement) = confinement::confinement() {
                        confinement.furnish(&scratch.path)?;
                    }
                    return Ok(scratch);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

/// The system's folder for temporary files, or, where its path leaves no room for a socket's, the usual one.
fn folder() -> PathBuf {
    const ROOM: usize = 60;
    let folder = std::env::temp_dir();
    let is_long = folder.as_os_str().len() > ROOM;
    if cfg!(unix) && is_long {
        PathBuf::from("/tmp")
    } else {
        folder
    }
}

/// Removes the folders of process `pid`, which has ended or is about to, without their owners' help.
pub fn remove_folders(pid: u32) {
    let prefix = format!("loopback-{pid}-");
    let entries = std::fs::read_dir(folder()).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(&prefix)) {
        let _ = std::fs::remove_dir_all(entry.path());
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Some(confinement) = confinement::confinement() {
            confinement.clear(&self.path);
        }
        let _ = std::fs::remove_dir_all(&self.path);
    }
}
