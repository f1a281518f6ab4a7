//! What a program's sources are, as a number that changes with them.

use crate::workspace;
use grader::Lesson;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// A hash of each program's sources, at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sources(BTreeMap<&'static str, String>);

impl Sources {
    /// As they are now.
    pub(crate) fn read(lesson: &Lesson) -> Sources {
        let folder = workspace::root()
            .join(workspace::folder(lesson.name, false))
            .join("src");
        let files = read_all(&folder);
        let hashes = lesson
            .programs
            .iter()
            .map(|name| (*name, hash(&files, &folder, name)));
        Sources(hashes.collect())
    }

    /// The hash of one program.
    pub(crate) fn of(&self, program: &str) -> &str {
        self.0.get(program).map_or("", String::as_str)
    }
}

/// Each file's path and text, in order.
fn read_all(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut paths = Vec::new();
    collect(folder, &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read(&path).unwrap_or_default();
            (path, text)
        })
        .collect()
}

/// A number that changes with the program's own file or anything that the lesson's programs share.
fn hash(files: &[(PathBuf, Vec<u8>)], folder: &Path, program: &str) -> String {
    let own = folder.join("bin").join(format!("{program}.rs"));
    let is_other_program = |file: &Path| file.parent() == Some(&folder.join("bin"));
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for (file, text) in files
        .iter()
        .filter(|(file, _)| *file == own || !is_other_program(file))
    {
        // From the folder on, so that a clone in another place is not another program.
        let name = file.strip_prefix(folder).unwrap_or(file);
        let name = name.to_string_lossy().replace('\\', "/").into_bytes();
        for byte in name.iter().chain(text) {
            // FNV-1a: stable over versions of Rust, and nobody gains by a collision here.
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => collect(&entry.path(), files),
            Ok(kind) if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
}
