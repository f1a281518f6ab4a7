//! An archive of somebody else's, read where it is: nothing of it is ever written to disk, and nothing is decompressed that is not wanted, but
//! what lies before it in a `.tar.gz`.

mod bounded;
mod tarred;
mod zipped;

use super::select::Entry;
use super::select::Kind;
use super::select::MOST_ENTRIES;
use super::select::Tree;
use super::select::Wanted;
use super::taken::Leftovers;
use bounded::Bounded;
use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::io::BufReader;
use std::io::Read;
use std::io::Seek;
use std::ops::Bound;
use std::panic;
use std::panic::AssertUnwindSafe;

/// The largest archive, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;

/// An open archive, and what is in it.
pub(super) struct Archive {
    source: Source,
    contents: Contents,
}

enum Source {
    Zip(zip::ZipArchive<Bounded<BufReader<File>>>),
    TarGz(File),
}

/// The entries of an archive.
#[derive(Debug, Default)]
struct Contents {
    /// By path. Folders are here only where the archive lists them; `at` is the number of the entry.
    entries: BTreeMap<Vec<u8>, Listed>,
    strays: Leftovers,
    /// Entries listed so far, and the bytes of their names.
    seen: usize,
    name_bytes: usize,
}

#[derive(Debug, Clone, Copy)]
struct Listed {
    kind: Kind,
    at: usize,
}

/// The names of all entries together, in bytes.
const LONGEST_NAMES: usize = 4 * 1024 * 1024;

impl Contents {
    /// Adds one entry.
    ///
    /// # Errors
    /// Where the archive has too many.
    fn add(&mut self, path: &[u8], kind: Kind) -> Result<(), String> {
        let at = self.seen;
        self.seen += 1;
        self.name_bytes += path.len();
        if self.seen > MOST_ENTRIES {
            return Err(format!(
                "it holds more than {MOST_ENTRIES} entries; leave `target` out"
            ));
        }
        if self.name_bytes > LONGEST_NAMES {
            return Err("the names in it are more than 4 MiB together".to_owned());
        }
        let Some(clean) = clean(path) else {
            self.strays.add(path, "its path leads out of the archive");
            return Ok(());
        };
        if path.contains(&b'\\') {
            self.strays
                .add(path, "its path is written with backslashes");
            return Ok(());
        }
        if clean.is_empty() {
            return Ok(());
        }
        let listed = self.entries.entry(clean).or_insert(Listed { kind, at });
        if listed.at != at && (listed.kind != Kind::Folder || kind != Kind::Folder) {
            listed.kind = Kind::Refused("more than once in the archive");
        }
        Ok(())
    }

    fn list(&self, folder: &[u8]) -> Vec<Entry> {
        let prefix = if folder.is_empty() {
            Vec::new()
        } else {
            [folder, b"/"].concat()
        };
        let mut children: BTreeMap<Vec<u8>, Kind> = BTreeMap::new();
        let mut from = Bound::Included(prefix.clone());
        while let Some((path, listed)) = self.entries.range((from, Bound::Unbounded)).next() {
            let Some(rest) = path.strip_prefix(&*prefix) else {
                break;
            };
            let slash = rest.iter().position(|byte| *byte == b'/');
            let (name, kind) = match slash {
                Some(slash) => (&rest[..slash], Kind::Folder),
                None => (rest, listed.kind),
            };
            children
                .entry(name.to_vec())
                .and_modify(|known| {
                    if *known != kind {
                        *known = Kind::Refused("more than once in the archive");
                    }
                })
                .or_insert(kind);
            // The rest of a subfolder's entries begins with `name/`, and `0` is the next letter.
            from = match slash {
                Some(_) => Bound::Included([&prefix, name, b"0"].concat()),
                None => Bound::Excluded(path.clone()),
            };
        }
        let entry = |(name, kind)| Entry { name, kind };
        children.into_iter().map(entry).collect()
    }

    fn number(&self, path: &[u8]) -> Option<usize> {
        self.entries.get(path).map(|listed| listed.at)
    }
}

/// A path without `.` and empty components; `None` where it leads out of the archive.
fn clean(path: &[u8]) -> Option<Vec<u8>> {
    let is_drive = path.get(1) == Some(&b':');
    if path.starts_with(b"/") || path.starts_with(b"\\") || is_drive || path.contains(&0) {
        return None;
    }
    let parts: Vec<&[u8]> = path
        .split(|byte| *byte == b'/')
        .filter(|part| !matches!(*part, b"" | b"."))
        .collect();
    let leads_up = |part: &&[u8]| part.split(|byte| *byte == b'\\').any(|part| part == b"..");
    (!parts.iter().any(leads_up)).then(|| parts.join(&b'/'))
}

impl Archive {
    /// Lists an archive: a zip or a tar that gzip has compressed, whatever its name says.
    ///
    /// # Errors
    /// Why it cannot be read, in a sentence without a subject.
    pub(super) fn open(mut file: File) -> Result<Archive, String> {
        let size = file.metadata().map_err(|error| error.to_string())?.len();
        if size > LARGEST {
            return Err("it is larger than 256 MiB; leave `target` out".to_owned());
        }
        let mut start = Vec::new();
        let read = file
            .by_ref()
            .take(8)
            .read_to_end(&mut start)
            .and_then(|_| file.rewind());
        read.map_err(|error| error.to_string())?;
        match &*start {
            [] => Err("it is empty".to_owned()),
            [b'P', b'K', ..] => guarded(|| {
                let (zip, contents) = zipped::open(file)?;
                Ok(Archive {
                    source: Source::Zip(zip),
                    contents,
                })
            }),
            [0x1f, 0x8b, ..] => guarded(|| {
                let contents = tarred::list(&file)?;
                Ok(Archive {
                    source: Source::TarGz(file),
                    contents,
                })
            }),
            [b'R', b'a', b'r', b'!', ..] => {
                Err("it is a RAR archive; pack it again as .zip or .tar.gz".to_owned())
            }
            [b'7', b'z', 0xbc, 0xaf, ..] => {
                Err("it is a 7z archive; pack it again as .zip or .tar.gz".to_owned())
            }
            _ => Err("it is neither a .zip nor a .tar.gz".to_owned()),
        }
    }
}

impl Tree for Archive {
    fn list(&mut self, folder: &[u8]) -> io::Result<Vec<Entry>> {
        Ok(self.contents.list(folder))
    }

    fn read(&mut self, wanted: &[Wanted]) -> Vec<Result<Vec<u8>, String>> {
        let numbered: Vec<(usize, u64)> = wanted
            .iter()
            .map(|wanted| {
                (
                    self.contents.number(&wanted.path).unwrap_or(usize::MAX),
                    wanted.size,
                )
            })
            .collect();
        let read = guarded(|| match &mut self.source {
            Source::Zip(zip) => Ok(zipped::read(zip, &numbered)),
            Source::TarGz(file) => tarred::read(file, &numbered),
        });
        read.unwrap_or_else(|why| vec![Err(why); wanted.len()])
    }

    fn strays(&self) -> Leftovers {
        self.contents.strays.clone()
    }
}

/// The readers of archives are written by others and meet the worst of files here: should one of them panic, it is this archive's fault.
fn guarded<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err("it is damaged, and its reader has failed".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(paths: &[&str]) -> Contents {
        let mut contents = Contents::default();
        for path in paths {
            let kind = if path.ends_with('/') {
                Kind::Folder
            } else {
                Kind::File {
                    size: 1,
                    shared: false,
                }
            };
            contents.add(path.as_bytes(), kind).unwrap();
        }
        contents
    }

    fn names(contents: &Contents, folder: &str) -> Vec<String> {
        let entries = contents.list(folder.as_bytes());
        entries
            .iter()
            .map(|entry| {
                format!(
                    "{}{}",
                    String::from_utf8_lossy(&entry.name),
                    if entry.is_folder() { "/" } else { "" }
                )
            })
            .collect()
    }

    #[test]
    fn folders_are_there_where_only_their_files_are_listed() {
        let contents = contents(&[
            "./a/x/1.rs",
            "a/x/2.rs",
            "a-b",
            "a/y",
            "a//",
            "b/",
            "c.rs",
            "./",
            "a/x0",
        ]);
        assert_eq!(names(&contents, ""), ["a/", "a-b", "b/", "c.rs"]);
        assert_eq!(names(&contents, "a"), ["x/", "x0", "y"]);
        assert_eq!(names(&contents, "a/x"), ["1.rs", "2.rs"]);
        assert!(names(&contents, "b").is_empty() && names(&contents, "none").is_empty());
    }

    #[test]
    fn paths_that_lead_elsewhere_are_no_part_of_the_tree() {
        for path in [
            "../a", "a/../b", "/a", "\\a", "C:\\a", "C:/a", "a\\..\\b", "a/..", "a\0b", "a\\b",
        ] {
            let contents = contents(&[path]);
            assert!(names(&contents, "").is_empty(), "{path:?}");
            assert_eq!(contents.strays.into_list().0.len(), 1, "{path:?}");
        }
    }

    #[test]
    fn what_is_in_an_archive_twice_is_refused() {
        for twice in [
            ["a/f", "a/f"],
            ["a/f", "./a/f"],
            ["a/f", "a/f/g"],
            ["a/f/", "a/f"],
        ] {
            let entries = contents(&twice).list(b"a");
            assert_eq!(entries.len(), 1, "{twice:?}");
            assert_eq!(
                entries[0].kind,
                Kind::Refused("more than once in the archive"),
                "{twice:?}"
            );
        }
    }
}
