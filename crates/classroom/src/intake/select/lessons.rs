//! Where in a student's tree a lesson is.

use super::Entry;
use super::Kind;
use super::Plan;
use super::Tree;
use super::join;
use super::sources;
use super::untaken;
use crate::intake::LessonFacts;
use crate::intake::taken::shown;
use std::io;

/// The folder that the lessons are in: the root of the tree, or the only folder in it.
#[derive(Debug)]
pub(in crate::intake) struct Base {
    pub(super) path: Vec<u8>,
    pub(super) entries: Vec<Entry>,
    /// What is in `exercises/`, where there is such a folder.
    pub(super) exercises: Vec<Entry>,
}

/// So many folders around a student's work are looked through: one of GitHub's archive, one of the program that has unpacked it.
const WRAPPERS: usize = 2;

impl Base {
    /// Looks for it.
    ///
    /// # Errors
    /// Where a folder cannot be listed, or has too many entries.
    pub(in crate::intake) fn find(tree: &mut dyn Tree) -> io::Result<Base> {
        let mut path = Vec::new();
        let mut entries = tree.list(&path)?;
        for _ in 0..WRAPPERS {
            let mut folders = entries
                .iter()
                .filter(|entry| entry.is_folder() && !is_junk(&entry.name));
            let (Some(only), None) = (folders.next(), folders.next()) else {
                break;
            };
            if matches!(&*only.name, b"exercises" | b"src") {
                break;
            }
            let inside = join(&path, &only.name);
            let listed = tree.list(&inside)?;
            // `lesson2-echo` is a lesson, but a student may well have called a whole repository `lesson2-by-anna`.
            if is_lesson_like(&only.name) && !holds(&listed, b"exercises") {
                break;
            }
            (path, entries) = (inside, listed);
        }
        let exercises = if holds(&entries, b"exercises") {
            tree.list(&join(&path, b"exercises"))?
        } else {
            Vec::new()
        };
        Ok(Base {
            path,
            entries,
            exercises,
        })
    }

    /// The names that a lesson's folder may have, as they are written here, in the order in which they count.
    fn folders(&self, names: &[String]) -> Vec<(Vec<u8>, Kind)> {
        let exercises = join(&self.path, b"exercises");
        let mut found = Vec::new();
        for (folder, entries) in [(&self.path, &self.entries), (&exercises, &self.exercises)] {
            for name in names {
                let is_it = |entry: &&Entry| {
                    entry.name.eq_ignore_ascii_case(name.as_bytes()) && !entry.is_file()
                };
                found.extend(
                    entries
                        .iter()
                        .filter(is_it)
                        .map(|entry| (join(folder, &entry.name), entry.kind)),
                );
            }
        }
        found
    }
}

/// Decides what is taken for a lesson. `alone`: no other one is asked for, so a bare `src` can only be this lesson's.
pub(super) fn plan(
    tree: &mut dyn Tree,
    base: &Base,
    lesson: &LessonFacts<'_>,
    alone: bool,
) -> Plan {
    let names = names(lesson.name);
    let mut folders = base.folders(&names);
    if alone && !holds(&base.entries, b"exercises") && holds(&base.entries, b"src") {
        folders.push((base.path.clone(), Kind::Folder));
    }
    let mut plan = Plan::default();
    let mut used: Option<Vec<u8>> = None;
    for (folder, kind) in folders {
        match (&used, kind) {
            (_, Kind::Refused(why)) => plan.leave(&folder, why),
            (Some(used), _) => plan
                .ignored
                .add(&folder, &format!("{} was taken instead", shown(used))),
            (None, _) => {
                sources::plan(tree, &folder, &mut plan);
                if !plan.wanted.is_empty() {
                    used = Some(folder);
                }
            }
        }
        plan.found = true;
    }
    if let Some(entry) = base.entries.iter().find(|entry| entry.name == b"exercises")
        && let Kind::Refused(why) = entry.kind
    {
        plan.leave(&join(&base.path, b"exercises"), why);
    }
    if !plan.found {
        plan.reason = nothing_found(base, &names);
        plan.is_meant = untaken::is_meant(base, lesson, &tree.strays());
        name_what_is_there(base, &mut plan);
    }
    plan
}

fn nothing_found(base: &Base, names: &[String]) -> String {
    let place = if base.path.is_empty() {
        String::new()
    } else {
        format!(" in {}", shown(&base.path))
    };
    let names = match names {
        [names @ .., last] if !names.is_empty() => format!("{} or {last}", names.join(", ")),
        names => names.concat(),
    };
    let exercises = shown(&join(&base.path, b"exercises"));
    format!("there is no folder {names}{place}, and none in {exercises} either")
}

/// Where there is nothing of a lesson, what lies about may tell why.
fn name_what_is_there(base: &Base, plan: &mut Plan) {
    if holds(&base.entries, b"exercises") {
        return;
    }
    for entry in &base.entries {
        if !is_junk(&entry.name) && !is_lesson_like(&entry.name) {
            let why = match entry.kind {
                Kind::Refused(why) => why,
                _ => "in no lesson's folder",
            };
            plan.ignored.add(&join(&base.path, &entry.name), why);
        }
    }
}

/// `lesson2-echo`, `lesson2`, `2`.
fn names(lesson: &str) -> Vec<String> {
    let mut names = vec![lesson.to_owned()];
    if let Some(rest) = lesson.strip_prefix("lesson") {
        let number = rest.split('-').next().unwrap_or(rest);
        if !number.is_empty() {
            names.extend([format!("lesson{number}"), number.to_owned()]);
        }
    }
    names.dedup();
    names
}

fn is_lesson_like(name: &[u8]) -> bool {
    lesson_number(name).is_some()
}

/// The digits of what is called like a lesson: `2` of `lesson2-by-anna`.
pub(super) fn lesson_number(name: &[u8]) -> Option<Vec<u8>> {
    let name = name.to_ascii_lowercase();
    let rest = name.strip_prefix(b"lesson").unwrap_or(&name);
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let end = rest.get(digits);
    let is_like = digits > 0 && (end.is_none() || (rest.len() < name.len() && end == Some(&b'-')));
    is_like.then(|| rest[..digits].to_vec())
}

fn holds(entries: &[Entry], folder: &[u8]) -> bool {
    entries
        .iter()
        .any(|entry| entry.is_folder() && entry.name == folder)
}

/// What systems and tools leave behind, and nobody has handed in.
pub(in crate::intake) fn is_junk(name: &[u8]) -> bool {
    name.starts_with(b".") || matches!(name, b"__MACOSX" | b"Thumbs.db" | b"desktop.ini")
}

/// The archives that lie where the lessons were looked for, as paths.
pub(in crate::intake) fn archives(base: &Base, is_archive: impl Fn(&[u8]) -> bool) -> Vec<Vec<u8>> {
    let archives = base
        .entries
        .iter()
        .filter(|entry| entry.is_file() && !is_junk(&entry.name) && is_archive(&entry.name));
    archives
        .map(|entry| join(&base.path, &entry.name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_has_three_names() {
        assert_eq!(names("lesson2-echo"), ["lesson2-echo", "lesson2", "2"]);
        assert_eq!(names("lesson10"), ["lesson10", "10"]);
        assert_eq!(names("finale"), ["finale"]);
    }

    #[test]
    fn what_is_called_like_a_lesson() {
        for name in ["2", "lesson2", "Lesson2-echo", "lesson12-by-anna"] {
            assert!(is_lesson_like(name.as_bytes()), "{name}");
        }
        for name in [
            "",
            "lesson",
            "lessons",
            "2024-loopback",
            "lesson2echo",
            "loopback-main",
            "-2",
        ] {
            assert!(!is_lesson_like(name.as_bytes()), "{name}");
        }
    }
}
