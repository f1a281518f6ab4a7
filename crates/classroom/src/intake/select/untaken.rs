//! Something was handed in, and nothing of it could be taken: for which lesson it may be meant, and what somebody is told about it.

use super::Base;
use super::Entry;
use super::join;
use super::lessons::is_junk;
use super::lessons::lesson_number;
use crate::intake::LessonFacts;
use crate::intake::taken::Leftovers;
use crate::intake::taken::shown;

/// Of what lies about, so much is named.
const NAMED: usize = 2;

/// May what lies about be meant for a lesson that has no folder? Where it is called like the lesson or one of its programs; and where nothing is
/// called like any lesson, since then nobody knows.
pub(super) fn is_meant(base: &Base, lesson: &LessonFacts<'_>, strays: &Leftovers) -> bool {
    let number = lesson_number(lesson.name.as_bytes());
    let is_program = |entry: &&Entry| {
        let stem = entry.name.strip_suffix(b".rs").unwrap_or_default();
        lesson.programs.iter().any(|name| name.as_bytes() == stem)
    };
    let mut others = false;
    for entry in visible(base) {
        let found = lesson_number(&entry.name).filter(|_| !entry.is_file());
        if is_program(&entry) || (found.is_some() && found == number) {
            return true;
        }
        others |= found.is_some();
    }
    !others && (visible(base).next().is_some() || strays.paths().next().is_some())
}

/// What lies about where the lessons were looked for, as paths.
pub(super) fn there(base: &Base, strays: &Leftovers) -> Vec<String> {
    let exercises = join(&base.path, b"exercises");
    let here = |folder: &[u8], entries: &[Entry]| -> Vec<String> {
        let entries = entries.iter().filter(|entry| !is_junk(&entry.name));
        entries
            .map(|entry| shown(&join(folder, &entry.name)))
            .collect()
    };
    let mut names = here(&base.path, &base.entries);
    names.extend(here(&exercises, &base.exercises));
    names.extend(strays.paths().cloned());
    names
}

fn visible(base: &Base) -> impl Iterator<Item = &Entry> {
    let entries = base.entries.iter().chain(&base.exercises);
    entries.filter(|entry| !is_junk(&entry.name))
}

/// The lessons of one student of which nothing could be taken.
#[derive(Debug, Default)]
pub(super) struct Untaken {
    /// Those with a folder: the lesson, and what is wrong with it.
    found: Vec<(String, String)>,
    /// Those without.
    others: Vec<(String, String)>,
}

impl Untaken {
    pub(super) fn add(&mut self, lesson: &str, reason: &str, is_found: bool) {
        let list = if is_found {
            &mut self.found
        } else {
            &mut self.others
        };
        list.push((lesson.to_owned(), reason.to_owned()));
    }

    /// A sentence for each lesson with a folder, and one for all others together.
    pub(super) fn into_notes(self, there: impl FnOnce() -> Vec<String>) -> Vec<String> {
        let note = |which: &str, reason: &str| {
            format!("handed in, but nothing could be taken for {which}: {reason}")
        };
        let found = self.found.iter();
        let mut notes: Vec<String> = found.map(|(lesson, why)| note(lesson, why)).collect();
        if let [(lesson, reason), more @ ..] = &*self.others {
            let which = match more.len() {
                0 => lesson.clone(),
                1 => format!("{lesson} and 1 more lesson"),
                number => format!("{lesson} and {number} more lessons"),
            };
            notes.push(format!("{}; {}", note(&which, reason), some_of(&there())));
        }
        notes
    }
}

/// `there are echo-client.rs, echo-server.rs and 3 more`.
fn some_of(there: &[String]) -> String {
    match there {
        [] => "there is nothing".to_owned(),
        [only] => format!("there is {only}"),
        [one, other] => format!("there are {one} and {other}"),
        all => format!(
            "there are {} and {} more",
            all[..NAMED].join(", "),
            all.len() - NAMED
        ),
    }
}
