//! A folder on disk, by the calls of Unix: each component of a path is opened from the one before it, so that nobody can put a link in its
//! place between a look and a read.

use super::no_regular_file;
use super::too_many;
use crate::intake::select::Entry;
use crate::intake::select::Kind;
use crate::intake::select::MOST_ENTRIES;
use crate::intake::select::UNSEEN;
use nix::dir::Dir;
use nix::fcntl::AtFlags;
use nix::fcntl::OFlag;
use nix::fcntl::openat;
use nix::sys::stat::FileStat;
use nix::sys::stat::Mode;
use nix::sys::stat::SFlag;
use nix::sys::stat::fstat;
use nix::sys::stat::fstatat;
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;

/// An open folder; paths are relative to it, components joined by `/`.
#[derive(Debug)]
pub(in crate::intake) struct Folder {
    root: OwnedFd,
}

impl Folder {
    /// Opens the caller's own folder, for which links are followed.
    pub(in crate::intake) fn open(path: &Path) -> io::Result<Folder> {
        let root = File::open(path)?;
        if !root.metadata()?.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        Ok(Folder { root: root.into() })
    }

    /// Opens a folder in it as one of its own.
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
        let folder = self.descend(path)?;
        let mut listing = Dir::from_fd(folder.try_clone()?)?;
        let mut entries = Vec::new();
        for found in listing.iter() {
            let found = found?;
            let name = found.file_name().to_bytes();
            if name == b"." || name == b".." {
                continue;
            }
            if entries.len() == MOST_ENTRIES {
                return Err(too_many());
            }
            let kind = match fstatat(&folder, name, AtFlags::AT_SYMLINK_NOFOLLOW) {
                Ok(stat) => kind(&stat),
                Err(_) => Kind::Refused(UNSEEN),
            };
            entries.push(Entry {
                name: name.to_vec(),
                kind,
            });
        }
        entries.sort();
        Ok(entries)
    }

    /// Opens a regular file. A pipe or a device that took its place is not waited for.
    pub(in crate::intake) fn file(&self, path: &[u8]) -> io::Result<File> {
        let (folder, name) = match path.iter().rposition(|byte| *byte == b'/') {
            Some(slash) => (&path[..slash], &path[slash + 1..]),
            None => (&path[..0], path),
        };
        let folder = self.descend(folder)?;
        let flags = OFlag::O_RDONLY
            | OFlag::O_NOFOLLOW
            | OFlag::O_NONBLOCK
            | OFlag::O_NOCTTY
            | OFlag::O_CLOEXEC;
        let file = openat(&folder, name, flags, Mode::empty())?;
        match kind(&fstat(&file)?) {
            Kind::File { .. } => Ok(file.into()),
            _ => Err(no_regular_file()),
        }
    }

    fn descend(&self, path: &[u8]) -> io::Result<OwnedFd> {
        let flags = OFlag::O_RDONLY | OFlag::O_DIRECTORY | OFlag::O_NOFOLLOW | OFlag::O_CLOEXEC;
        let mut folder = openat(&self.root, ".", flags, Mode::empty())?;
        for name in path
            .split(|byte| *byte == b'/')
            .filter(|name| !name.is_empty())
        {
            folder = openat(&folder, name, flags, Mode::empty())?;
        }
        Ok(folder)
    }
}

fn kind(stat: &FileStat) -> Kind {
    let format = SFlag::from_bits_truncate(stat.st_mode) & SFlag::S_IFMT;
    match format {
        SFlag::S_IFREG => Kind::File {
            size: u64::try_from(stat.st_size).unwrap_or(u64::MAX),
            shared: stat.st_nlink > 1,
        },
        SFlag::S_IFDIR => Kind::Folder,
        SFlag::S_IFLNK => Kind::Refused("a link"),
        SFlag::S_IFIFO => Kind::Refused("a pipe"),
        SFlag::S_IFSOCK => Kind::Refused("a socket"),
        _ => Kind::Refused("a device"),
    }
}
