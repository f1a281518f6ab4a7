//! Tar archives that gzip has compressed. They have no directory, so they are read from the front, twice: once to list them, and once up to
//! the last file that is wanted.
//!
//! The extensions for long names are read here and not by the library, which takes them into memory however long they are.

use super::Bounded;
use super::Contents;
use crate::intake::select::Kind;
use flate2::read::MultiGzDecoder;
use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::io::BufReader;
use std::io::Read;
use std::io::Seek;
use tar::EntryType;
use tar::PaxExtensions;

/// What is decompressed of an archive, in bytes.
const MOST_DECOMPRESSED: u64 = 256 * 1024 * 1024;
/// The longest extension of a header, in bytes: names, and what macOS stores beside files.
const LONGEST_EXTENSION: u64 = 1024 * 1024;

/// Lists an archive.
pub(super) fn list(file: &File) -> Result<Contents, String> {
    let mut contents = Contents::default();
    walk(file, |path, kind, _| {
        contents.add(path, kind).map(|()| true)
    })?;
    Ok(contents)
}

/// Reads some of its files: the number of each, and its size.
pub(super) fn read(
    file: &File,
    wanted: &[(usize, u64)],
) -> Result<Vec<Result<Vec<u8>, String>>, String> {
    let mut found: BTreeMap<usize, Result<Vec<u8>, String>> = BTreeMap::new();
    let missing = || Err("it is no longer in the archive".to_owned());
    let sizes: BTreeMap<usize, u64> = wanted.iter().copied().collect();
    let (mut number, mut left) = (0, sizes.len());
    if left > 0 {
        walk(file, |_, _, data| {
            if let Some(size) = sizes.get(&number) {
                let mut contents = Vec::new();
                let read = data.take(size + 1).read_to_end(&mut contents);
                read.map_err(|error| damaged(&error))?;
                let fits = contents.len() as u64 == *size;
                found.insert(number, if fits { Ok(contents) } else { missing() });
                left -= 1;
            }
            number += 1;
            Ok(left > 0)
        })?;
    }
    let answer = |(number, _): &(usize, u64)| found.get(number).cloned().unwrap_or_else(missing);
    Ok(wanted.iter().map(answer).collect())
}

/// Shows each entry to `visit`, until that answers `false`.
fn walk(
    mut file: &File,
    mut visit: impl FnMut(&[u8], Kind, &mut dyn Read) -> Result<bool, String>,
) -> Result<(), String> {
    file.rewind().map_err(|error| error.to_string())?;
    let unpacked = MultiGzDecoder::new(BufReader::new(file));
    let problem = "it holds more than 256 MiB; leave `target` out";
    let mut archive = tar::Archive::new(Bounded::new(unpacked, MOST_DECOMPRESSED, problem));
    let mut next = Extension::default();
    let mut extensions = 0;
    for entry in archive
        .entries()
        .map_err(|error| damaged(&error))?
        .raw(true)
    {
        let mut entry = entry.map_err(|error| damaged(&error))?;
        let is_extension = next.read(&mut entry).map_err(|error| damaged(&error))?;
        if is_extension {
            extensions += 1;
            if extensions > 2 * crate::intake::select::MOST_ENTRIES {
                return Err("it holds too many headers".to_owned());
            }
            continue;
        }
        let extension = std::mem::take(&mut next);
        let path = extension
            .path
            .unwrap_or_else(|| entry.path_bytes().into_owned());
        let size = entry.size();
        let kind = kind(entry.header().entry_type(), path.ends_with(b"/"), size)?;
        if extension.size.is_some_and(|claimed| claimed != size) {
            return Err("it holds a file of many gigabytes, or is damaged".to_owned());
        }
        if !visit(&path, kind, &mut entry)? {
            break;
        }
    }
    Ok(())
}

/// What headers have said about the entry after them.
#[derive(Debug, Default)]
struct Extension {
    path: Option<Vec<u8>>,
    size: Option<u64>,
}

impl Extension {
    /// Reads an entry that says something about the next one; `false` where it is an entry of its own.
    fn read<R: Read>(&mut self, entry: &mut tar::Entry<'_, R>) -> io::Result<bool> {
        match entry.header().entry_type() {
            EntryType::GNULongName => {
                let mut name = extension(entry)?;
                name.truncate(
                    name.iter()
                        .position(|byte| *byte == 0)
                        .unwrap_or(name.len()),
                );
                self.path = Some(name);
            }
            EntryType::XHeader => {
                let records = extension(entry)?;
                for record in PaxExtensions::new(&records) {
                    let record = record?;
                    match record.key_bytes() {
                        b"path" => self.path = Some(record.value_bytes().to_vec()),
                        b"size" => {
                            self.size = record.value().ok().and_then(|size| size.parse().ok())
                        }
                        _ => {}
                    }
                }
            }
            EntryType::GNULongLink | EntryType::XGlobalHeader => {}
            _ => return Ok(false),
        }
        Ok(true)
    }
}

fn extension(entry: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    entry.take(LONGEST_EXTENSION + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST_EXTENSION {
        return Err(io::Error::other("a header of more than 1 MiB"));
    }
    Ok(bytes)
}

fn kind(entry: EntryType, ends_with_slash: bool, size: u64) -> Result<Kind, String> {
    Ok(match entry {
        EntryType::Directory => Kind::Folder,
        // The oldest archives have no other sign of a folder.
        EntryType::Regular if ends_with_slash => Kind::Folder,
        EntryType::Regular | EntryType::Continuous => Kind::File {
            size,
            shared: false,
        },
        EntryType::Symlink => Kind::Refused("a link"),
        EntryType::Link => Kind::Refused("a hard link"),
        EntryType::Char | EntryType::Block => Kind::Refused("a device"),
        EntryType::Fifo => Kind::Refused("a pipe"),
        // More headers follow it, which say where its holes are.
        EntryType::GNUSparse => {
            return Err("it holds a file with holes; pack it again without `--sparse`".to_owned());
        }
        _ => Kind::Refused("of an unknown kind"),
    })
}

/// The bound's own words are a sentence; what the libraries say is not.
fn damaged(error: &io::Error) -> String {
    let text = error.to_string();
    if text.starts_with("it holds") {
        text
    } else {
        format!("it is damaged: {text}")
    }
}
