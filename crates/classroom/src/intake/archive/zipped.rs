//! Zip archives: the directory at their end is listed, and only what is wanted is decompressed.

use super::Bounded;
use super::Contents;
use crate::intake::select::Kind;
use std::fs::File;
use std::io::BufReader;
use std::io::Read;
use zip::ZipArchive;

/// What is read of an archive to list it, in bytes: the names of 20,000 files and what is stored beside each of them.
const MOST_TO_LIST: u64 = 6 * 1024 * 1024;
/// What is read of it afterwards, in bytes: five lessons of 1 MiB, even if nothing was compressed, and a buffer for each file.
const MOST_TO_READ: u64 = 64 * 1024 * 1024;

type Zip = ZipArchive<Bounded<BufReader<File>>>;

/// Lists an archive.
pub(super) fn open(file: File) -> Result<(Zip, Contents), String> {
    let bounded = Bounded::new(
        BufReader::new(file),
        MOST_TO_LIST,
        "too much of it would have to be read",
    );
    let left = bounded.left();
    let zip = ZipArchive::new(bounded).map_err(|error| format!("it is damaged: {error}"))?;
    if zip.has_duplicate_names() {
        return Err("it holds two entries of the same name; pack it again".to_owned());
    }
    let mut contents = Contents::default();
    for number in 0..zip.len() {
        let entry = zip
            .by_index_data(number)
            .map_err(|error| format!("it is damaged: {error}"))?;
        let kind = if entry.is_dir() {
            Kind::Folder
        } else if entry.is_symlink() {
            Kind::Refused("a link")
        } else if entry.encrypted() {
            Kind::Refused("encrypted")
        } else if is_special(entry.unix_mode()) {
            Kind::Refused("a device or a pipe")
        } else {
            Kind::File {
                size: entry.size(),
                shared: false,
            }
        };
        contents.add(entry.name_raw(), kind)?;
    }
    left.set(MOST_TO_READ);
    Ok((zip, contents))
}

/// Reads some of its files: the number of each, and its size.
pub(super) fn read(zip: &mut Zip, wanted: &[(usize, u64)]) -> Vec<Result<Vec<u8>, String>> {
    wanted
        .iter()
        .map(|(number, size)| read_one(zip, *number, *size))
        .collect()
}

fn read_one(zip: &mut Zip, number: usize, size: u64) -> Result<Vec<u8>, String> {
    let damaged = |error: &dyn std::fmt::Display| format!("it cannot be read: {error}");
    let file = zip.by_index(number).map_err(|error| damaged(&error))?;
    let mut contents = Vec::new();
    file.take(size + 1)
        .read_to_end(&mut contents)
        .map_err(|error| damaged(&error))?;
    if contents.len() as u64 != size {
        return Err("its size is not what the archive says".to_owned());
    }
    Ok(contents)
}

/// Neither a regular file nor a folder, if a Unix system has packed it.
fn is_special(mode: Option<u32>) -> bool {
    let format = mode.unwrap_or(0) & 0o170_000;
    !matches!(format, 0 | 0o100_000 | 0o040_000)
}
