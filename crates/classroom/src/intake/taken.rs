//! What was taken of one student's work on one lesson, and what was left where it lay.

use crate::absence::Absence;
use crate::exports::escape;
use crate::hash;
use crate::verdict::Ignored;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::io::Write;
use std::path::Path;

/// The files of one lesson that were taken from a student, and why others were not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// `src/bin/greeter.rs` and its contents: UTF-8, with plain ASCII names, at most 64 files of 256 KiB and 1 MiB together.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What was left: of all, those whose paths come first.
    pub ignored: Vec<Ignored>,
    /// So much more was left.
    pub ignored_more: u64,
    /// Why there is nothing to judge. Empty where files were taken.
    pub reason: String,
    /// Whose affair that is.
    pub absence: Absence,
}

impl Taken {
    /// Nothing was taken, for this reason.
    pub(super) fn nothing(reason: impl Into<String>, absence: Absence) -> Taken {
        Taken {
            reason: reason.into(),
            absence,
            ..Taken::default()
        }
    }

    /// A hash of the files, their names included, as 64 hexadecimal digits; `None` where there are none. The lengths are part of it, so that no
    /// two different sets of files have the same.
    pub fn source(&self) -> Option<String> {
        if self.files.is_empty() {
            return None;
        }
        let mut all = Vec::new();
        for (path, contents) in &self.files {
            for part in [path.as_bytes(), contents] {
                all.extend((part.len() as u64).to_le_bytes());
                all.extend(part);
            }
        }
        Some(hash::hex(&all))
    }

    /// Writes the files below a folder of ours, which is made where it is missing.
    ///
    /// # Errors
    /// Where the system refuses, a file is there already, or a path is none that the intake makes.
    pub fn write_to(&self, folder: &Path) -> io::Result<()> {
        for (path, contents) in &self.files {
            if !path.split('/').all(|name| is_plain(name.as_bytes())) {
                let problem = format!("{} is no path of a submission", shown(path.as_bytes()));
                return Err(io::Error::new(io::ErrorKind::InvalidInput, problem));
            }
            let place = folder.join(path);
            if let Some(parent) = place.parent() {
                fs::create_dir_all(parent)?;
            }
            // A new file follows no link and cuts nobody else's.
            fs::File::create_new(place)?.write_all(contents)?;
        }
        Ok(())
    }
}

/// So many ignored files are named in a verdict; the rest is counted.
const MOST_IGNORED: usize = 100;

/// Ignored files, whatever their number, in little memory: those whose paths come first are kept.
#[derive(Debug, Clone, Default)]
pub(super) struct Leftovers {
    kept: BTreeMap<(String, String), u64>,
    more: u64,
}

impl Leftovers {
    pub(super) fn add(&mut self, path: &[u8], why: &str) {
        *self.kept.entry((shown(path), why.to_owned())).or_default() += 1;
        if self.kept.len() > MOST_IGNORED
            && let Some((_, times)) = self.kept.pop_last()
        {
            self.more += times;
        }
    }

    pub(super) fn add_all(&mut self, others: &Leftovers) {
        for ((path, why), times) in &others.kept {
            self.add(path.as_bytes(), why);
            self.more += times - 1;
        }
        self.more += others.more;
    }

    /// The paths that are kept.
    pub(super) fn paths(&self) -> impl Iterator<Item = &String> {
        self.kept.keys().map(|(path, _)| path)
    }

    /// The list, and how many are not in it.
    pub(super) fn into_list(self) -> (Vec<Ignored>, u64) {
        let twice: u64 = self.kept.values().map(|times| times - 1).sum();
        let list = self
            .kept
            .into_keys()
            .map(|(path, why)| Ignored { path, why });
        (list.collect(), self.more + twice)
    }
}

/// Is this the name of a file or folder that we write ourselves? ASCII letters, digits, `_`, and further on `-` and `.`; at most 100 of them.
pub(super) fn is_plain(name: &[u8]) -> bool {
    let first = name
        .first()
        .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let rest = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    first && name.len() <= 100 && name.iter().all(rest)
}

/// The longest path that is shown in full, in characters.
const LONGEST_SHOWN: usize = 200;

/// A path of somebody else's in a sentence: without control characters and others that nobody sees, cut where it is long.
pub(super) fn shown(path: &[u8]) -> String {
    let text = String::from_utf8_lossy(path);
    let mut shown = String::new();
    for (place, letter) in text.chars().enumerate() {
        if place == LONGEST_SHOWN {
            shown.push('…');
            break;
        }
        if escape::is_hidden(letter) {
            shown.extend(letter.escape_unicode());
        } else {
            shown.push(letter);
        }
    }
    shown
}
