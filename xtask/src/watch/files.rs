//! Notices that a lesson's files have been saved, by looking at them: that works on every file system, network drives and
//! containers included, where the system's own events do not.

use crate::workspace;
use grader::Lesson;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;
use std::time::SystemTime;

/// How often the files' dates are looked at. A few files cost a few microseconds.
const LOOK: Duration = Duration::from_millis(10);
/// How often they are read, for systems whose dates are too coarse to tell two saves from each other.
const READ_EVERY: u32 = 100;
/// An editor that is saving may leave a file half-written: it counts when it stays the same for so long.
const SETTLED: Duration = Duration::from_millis(5);
/// A file that is empty or gone is most likely being replaced: it has so long to come back.
const COMES_BACK: Duration = Duration::from_millis(120);
/// A file that changes all the time is looked at nevertheless, after so many looks.
const MOST_LOOKS: u32 = 100;

/// What a lesson's files are at one moment: size and date of each.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Dates(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

/// A number for what the files of a lesson hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Content(u64);

/// Calls `saved` whenever the lesson's files hold something else than before, with the file that changed first. Ends when it
/// answers false.
pub(super) fn watch(lesson: &Lesson, mut saved: impl FnMut(String) -> bool) {
    let folder = folder(lesson);
    let mut dates = Dates::look(&folder);
    let mut texts = read(&folder);
    let mut looks = 0;
    loop {
        std::thread::park_timeout(LOOK);
        looks += 1;
        let now = Dates::look(&folder);
        if now == dates && looks % READ_EVERY != 0 {
            continue;
        }
        if now != dates {
            settle(&folder, &dates);
        }
        dates = Dates::look(&folder);
        let new = read(&folder);
        if let Some(file) = first_difference(&texts, &new) {
            texts = new;
            if !saved(file) {
                return;
            }
        }
    }
}

/// What the lesson's files hold now.
pub(super) fn content(lesson: &Lesson) -> Content {
    use std::hash::Hasher;
    let mut hasher = std::hash::DefaultHasher::new();
    for (path, text) in read(&folder(lesson)) {
        hasher.write(path.as_bytes());
        hasher.write_usize(text.len());
        hasher.write(&text);
    }
    Content(hasher.finish())
}

fn folder(lesson: &Lesson) -> PathBuf {
    workspace::root().join(workspace::folder(lesson.name, false))
}

/// Waits until the files stay as they are.
fn settle(folder: &Path, before: &Dates) {
    let start = std::time::Instant::now();
    let mut last = Dates::look(folder);
    for _ in 0..MOST_LOOKS {
        std::thread::park_timeout(SETTLED);
        let now = Dates::look(folder);
        let may_come_back = start.elapsed() < COMES_BACK && now.misses_any_of(before);
        if now == last && !may_come_back {
            return;
        }
        last = now;
    }
}

impl Dates {
    fn look(folder: &Path) -> Dates {
        let mut files = BTreeMap::new();
        visit(folder, &mut |path| {
            // A file that goes away between two looks is simply not there.
            if let Ok(data) = fs::metadata(path) {
                files.insert(path.to_owned(), (data.len(), data.modified().ok()));
            }
        });
        Dates(files)
    }

    /// Is a file empty or gone that was neither?
    fn misses_any_of(&self, before: &Dates) -> bool {
        before.0.iter().any(|(path, (size, _))| {
            *size > 0 && self.0.get(path).is_none_or(|(size, _)| *size == 0)
        })
    }
}

/// The text of each file, by its path from the folder on.
fn read(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut texts = BTreeMap::new();
    visit(folder, &mut |path| {
        let name = path.strip_prefix(folder).unwrap_or(path);
        let name = name.to_string_lossy().into_owned();
        texts.insert(name, fs::read(path).unwrap_or_default());
    });
    texts
}

fn first_difference(
    before: &BTreeMap<String, Vec<u8>>,
    now: &BTreeMap<String, Vec<u8>>,
) -> Option<String> {
    let changed = now
        .iter()
        .find(|(name, text)| before.get(*name) != Some(text));
    let gone = || before.keys().find(|name| !now.contains_key(*name));
    changed.map(|(name, _)| name).or_else(gone).cloned()
}

/// Cargo's files and the sources: what a build depends on. What editors keep beside them is none of it.
fn visit(folder: &Path, seen: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => visit(&path, seen),
            Ok(_) if is_source(&path) => seen(&path),
            _ => {}
        }
    }
}

fn is_source(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "rs" || extension == "toml")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect()
    }

    fn check(before: &[(&str, &str)], now: &[(&str, &str)], expected: Option<&str>) {
        let difference = first_difference(&texts(before), &texts(now));
        assert_eq!(difference.as_deref(), expected);
    }

    #[test]
    fn a_change_is_found_whatever_it_is() {
        check(&[("a.rs", "1")], &[("a.rs", "1")], None);
        check(&[("a.rs", "1")], &[("a.rs", "2")], Some("a.rs"));
        check(
            &[("a.rs", "1")],
            &[("a.rs", "1"), ("b.rs", "")],
            Some("b.rs"),
        );
        check(
            &[("a.rs", "1"), ("b.rs", "")],
            &[("a.rs", "1")],
            Some("b.rs"),
        );
    }

    #[test]
    fn an_empty_or_missing_file_may_come_back() {
        let dates = |files: &[(&str, u64)]| {
            Dates(
                files
                    .iter()
                    .map(|(name, size)| (PathBuf::from(name), (*size, None)))
                    .collect(),
            )
        };
        let before = dates(&[("a.rs", 10), ("empty.rs", 0)]);
        assert!(dates(&[("a.rs", 0)]).misses_any_of(&before));
        assert!(dates(&[("empty.rs", 0)]).misses_any_of(&before));
        assert!(!dates(&[("a.rs", 3)]).misses_any_of(&before));
    }
}
