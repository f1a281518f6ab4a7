//! A folder on disk whose contents are somebody else's. No link is ever followed below it, nothing but regular files is read, and nothing is
//! waited for.

#[cfg(any(test, not(unix)))]
mod portable;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub(super) use portable::Folder;
#[cfg(unix)]
pub(super) use unix::Folder;

use super::select::Entry;
use super::select::Tree;
use super::select::Wanted;
use std::fs::File;
use std::io;
use std::io::Read;

impl Tree for Folder {
    fn list(&mut self, folder: &[u8]) -> io::Result<Vec<Entry>> {
        Folder::list(self, folder)
    }

    fn read(&mut self, wanted: &[Wanted]) -> Vec<Result<Vec<u8>, String>> {
        let read = |wanted: &Wanted| {
            let file = self
                .file(&wanted.path)
                .map_err(|error| format!("cannot be read: {error}"))?;
            read_all(file, wanted.size)
        };
        wanted.iter().map(read).collect()
    }

    fn is_ours(&self) -> bool {
        true
    }
}

/// Reads as many bytes as the file had when it was chosen. One that has become longer or shorter since then is refused: the bounds were
/// held against the size that was seen.
fn read_all(file: File, size: u64) -> Result<Vec<u8>, String> {
    let mut contents = Vec::new();
    file.take(size + 1)
        .read_to_end(&mut contents)
        .map_err(|error| format!("cannot be read: {error}"))?;
    if contents.len() as u64 != size {
        return Err("it changed while it was read".to_owned());
    }
    Ok(contents)
}

/// The answer for a folder that holds more than anybody looks at.
fn too_many() -> io::Error {
    let problem = format!(
        "more than {} files and folders",
        super::select::MOST_ENTRIES
    );
    io::Error::new(io::ErrorKind::QuotaExceeded, problem)
}

/// The answer where something else than a regular file would have been opened.
fn no_regular_file() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "not a regular file")
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::PathBuf;

    fn scratch(name: &str) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("loopback-folder-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("a/b")).unwrap();
        fs::write(folder.join("a/b/file"), "0123456789").unwrap();
        fs::write(folder.join("a/one"), "1").unwrap();
        std::os::unix::fs::symlink("a", folder.join("link")).unwrap();
        std::os::unix::fs::symlink("one", folder.join("a/link")).unwrap();
        folder
    }

    #[test]
    fn the_portable_way_sees_what_the_unix_way_sees() {
        let folder = scratch("both");
        let (unix, portable) = (
            Folder::open(&folder).unwrap(),
            portable::Folder::open(&folder).unwrap(),
        );
        for path in ["", "a", "a/b"] {
            let listed = unix.list(path.as_bytes()).unwrap();
            assert!(!listed.is_empty(), "{path}");
            assert_eq!(listed, portable.list(path.as_bytes()).unwrap(), "{path}");
        }
        for refused in ["link", "link/b", "a/one", "a/nothing"] {
            assert!(unix.list(refused.as_bytes()).is_err(), "{refused}");
            assert!(portable.list(refused.as_bytes()).is_err(), "{refused}");
        }
        for refused in ["link/one", "a/link", "a/b", "a/nothing"] {
            assert!(unix.file(refused.as_bytes()).is_err(), "{refused}");
            assert!(portable.file(refused.as_bytes()).is_err(), "{refused}");
        }
        for file in ["a/one", "a/b/file"] {
            assert!(unix.file(file.as_bytes()).is_ok(), "{file}");
            assert!(portable.file(file.as_bytes()).is_ok(), "{file}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_file_that_has_another_size_than_before_is_refused() {
        let folder = scratch("size");
        let mut tree = Folder::open(&folder).unwrap();
        let mut read = |size| {
            let wanted = Wanted {
                path: b"a/b/file".to_vec(),
                size,
            };
            tree.read(&[wanted]).remove(0)
        };
        assert_eq!(read(10), Ok(b"0123456789".to_vec()));
        for size in [9, 11, 0] {
            assert_eq!(
                read(size),
                Err("it changed while it was read".to_owned()),
                "{size}"
            );
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
