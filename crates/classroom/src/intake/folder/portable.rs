//! A folder on disk, where the calls of Unix are missing: each component of a path is looked at before it is used.

use super::no_regular_file;
use super::too_many;
use crate::intake::select::Entry;
use crate::intake::select::Kind;
use crate::intake::select::MOST_ENTRIES;
use crate::intake::select::UNSEEN;
use std::fs;
use std::fs::File;
use std::fs::Metadata;
use std::io;
use std::path::Path;
use std::path::PathBuf;

/// A folder; paths are relative to it, components joined by `/`.
#[derive(Debug)]
pub(in crate::intake) struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Opens the caller's own folder, for which links are followed.
    pub(in crate::intake) fn open(path: &Path) -> io::Result<Folder> {
        if !fs::metadata(path)?.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        Ok(Folder {
            root: path.to_owned(),
        })
    }

    /// Opens a folder in it as one of its own.
    #[cfg(not(unix))]
    pub(in crate::intake) fn subfolder(&self, path: &[u8]) -> io::Result<Folder> {
        Ok(Folder {
            root: self.descend(path)?,
        })
    }

    /// What is in a folder, sorted by name.
    ///
    /// # Errors
    /// Where it cannot be opened, a link is on the way, or it holds more than [`MOST_ENTRIES`].
    pub(in crate::intake) fn list(&self, path: &[u8]) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for found in fs::read_dir(self.descend(path)?)? {
            let found = found?;
            if entries.len() == MOST_ENTRIES {
                return Err(too_many());
            }
            let kind = match fs::symlink_metadata(found.path()) {
                Ok(metadata) => kind(&metadata),
                Err(_) => Kind::Refused(UNSEEN),
            };
            let name = found
                .file_name()
                .to_string_lossy()
                .into_owned()
                .into_bytes();
            entries.push(Entry { name, kind });
        }
        entries.sort();
        Ok(entries)
    }

    /// Opens a regular file.
    pub(in crate::intake) fn file(&self, path: &[u8]) -> io::Result<File> {
        let place = self.place(path)?;
        if !fs::symlink_metadata(&place)?.is_file() {
            return Err(no_regular_file());
        }
        File::open(place)
    }

    fn descend(&self, path: &[u8]) -> io::Result<PathBuf> {
        let place = self.place(path)?;
        if !fs::symlink_metadata(&place)?.is_dir() && !path.is_empty() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        Ok(place)
    }

    /// Where the path leads, if no link is among the folders on its way.
    fn place(&self, path: &[u8]) -> io::Result<PathBuf> {
        let path = str::from_utf8(path).map_err(|_| io::ErrorKind::InvalidInput)?;
        let mut place = self.root.clone();
        for name in path.split('/').filter(|name| !name.is_empty()) {
            if place != self.root && !fs::symlink_metadata(&place)?.is_dir() {
                return Err(io::ErrorKind::NotADirectory.into());
            }
            place.push(name);
        }
        Ok(place)
    }
}

fn kind(metadata: &Metadata) -> Kind {
    if metadata.is_dir() {
        Kind::Folder
    } else if metadata.is_file() {
        Kind::File {
            size: metadata.len(),
            shared: false,
        }
    } else if metadata.is_symlink() {
        Kind::Refused("a link")
    } else {
        Kind::Refused("neither a file nor a folder")
    }
}
