//! Archives of a test's own.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Cursor;
use std::io::Write;
use tar::EntryType;
use tar::Header;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip with these files, each of which holds its own path; one that ends with `/` is a folder.
pub(crate) fn zip(paths: &[&str]) -> Vec<u8> {
    zip_with(|zip| {
        for path in paths {
            add(zip, path, path.as_bytes());
        }
    })
}

/// A zip with whatever `fill` puts into it.
pub(crate) fn zip_with(fill: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    fill(&mut zip);
    zip.finish().expect("a zip can be written").into_inner()
}

/// Adds a file to a zip.
pub(crate) fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, path: &str, contents: &[u8]) {
    let options = SimpleFileOptions::default();
    match path.strip_suffix('/') {
        Some(folder) => zip
            .add_directory(folder, options)
            .expect("a folder can be added"),
        None => {
            zip.start_file(path, options).expect("a file can be added");
            zip.write_all(contents).expect("a file can be written");
        }
    }
}

/// A tar, made block by block, so that anything can stand in it.
#[derive(Default)]
pub(crate) struct Tar {
    blocks: Vec<u8>,
}

impl Tar {
    /// With these files, each of which holds its own path.
    pub(crate) fn with(paths: &[&str]) -> Tar {
        let mut tar = Tar::default();
        for path in paths {
            let kind = if path.ends_with('/') {
                EntryType::Directory
            } else {
                EntryType::Regular
            };
            let contents = if path.ends_with('/') {
                &[]
            } else {
                path.as_bytes()
            };
            tar.add(path, kind, contents);
        }
        tar
    }

    /// Adds an entry, whatever its path is: at most 100 bytes.
    pub(crate) fn add(&mut self, path: &str, kind: EntryType, contents: &[u8]) {
        self.header(path, kind, contents.len() as u64);
        self.blocks.extend(contents);
        self.blocks
            .resize(self.blocks.len().next_multiple_of(512), 0);
    }

    /// Adds a header alone; what it promises may never come.
    pub(crate) fn header(&mut self, path: &str, kind: EntryType, size: u64) {
        let mut header = Header::new_gnu();
        header.as_mut_bytes()[..path.len()].copy_from_slice(path.as_bytes());
        header.set_entry_type(kind);
        header.set_size(size);
        header.set_mode(0o644);
        header.set_cksum();
        self.blocks.extend(header.as_bytes());
    }

    pub(crate) fn gz(self) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder
            .write_all(&self.blocks)
            .expect("bytes can be compressed");
        encoder
            .write_all(&[0; 1024])
            .expect("bytes can be compressed");
        encoder.finish().expect("bytes can be compressed")
    }
}
