//! Which files of a student's tree are a lesson's, and which of those are taken. Knows no difference between a folder and an archive.

mod lessons;
mod sources;
#[cfg(test)]
mod tests;
mod untaken;

pub(super) use lessons::Base;
pub(super) use lessons::archives;
pub(super) use lessons::is_junk;

use super::LessonFacts;
use super::taken::Leftovers;
use super::taken::Taken;
use super::taken::shown;
use crate::absence::Absence;
use std::io;
use std::io::ErrorKind;
use std::mem;

/// So many files and folders are looked at, of one lesson, of one folder or of one archive. Where there are more, none is taken: which ones
/// came first would be chance.
pub(super) const MOST_ENTRIES: usize = 20_000;

/// Why an entry is refused that the machine did not let us look at; all other refusals are the student's own affair.
pub(super) const UNSEEN: &str = "not to be read by us";

/// What a student has handed in. Paths are relative to its root, components joined by `/`; the root's own is empty.
pub(super) trait Tree {
    /// What is in a folder, sorted by name; at most [`MOST_ENTRIES`], or it is an error of the kind `QuotaExceeded`.
    fn list(&mut self, folder: &[u8]) -> io::Result<Vec<Entry>>;

    /// Reads files, or says of each why it cannot be read. Each answer is exactly as long as its wanted file was.
    fn read(&mut self, wanted: &[Wanted]) -> Vec<Result<Vec<u8>, String>>;

    /// Is it the machine that has failed where [`Tree::read`] does? What cannot be read of an archive is damaged.
    fn is_ours(&self) -> bool {
        false
    }

    /// Entries that are in no folder of the tree, because their paths lead out of it.
    fn strays(&self) -> Leftovers {
        Leftovers::default()
    }
}

/// A name in a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) name: Vec<u8>,
    pub(super) kind: Kind,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Folder,
    /// A regular file; `shared` where it has more names than this one.
    File {
        size: u64,
        shared: bool,
    },
    /// Never opened, for this reason.
    Refused(&'static str),
}

impl Entry {
    pub(super) fn is_folder(&self) -> bool {
        self.kind == Kind::Folder
    }

    pub(super) fn is_file(&self) -> bool {
        matches!(self.kind, Kind::File { .. })
    }
}

/// A file to read, as long as it was when it was listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) path: Vec<u8>,
    pub(super) size: u64,
}

/// What is to be taken for one lesson.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The name that a file gets, and where it lies; sorted by that name.
    wanted: Vec<(String, Wanted)>,
    ignored: Leftovers,
    /// Why nothing is wanted.
    reason: String,
    /// Was there a folder for the lesson, or something in its place?
    found: bool,
    /// Where there was none: may what lies about be meant for this lesson?
    is_meant: bool,
    /// What somebody should hear about.
    troubles: Vec<String>,
    /// The first thing that the machine has refused to us: no fault of the student's.
    unread: Option<String>,
}

impl Plan {
    /// Leaves what is at this path where it is.
    fn leave(&mut self, path: &[u8], why: &str) {
        self.ignored.add(path, why);
        if why == UNSEEN {
            self.refused(format!("{} is {why}", shown(path)));
        }
    }

    /// A folder could not be listed: the student may be without fault, but for having filled it without end.
    fn unlisted(&mut self, folder: &[u8], error: &io::Error) {
        self.ignored
            .add(folder, &format!("it cannot be read: {error}"));
        let trouble = format!("{} cannot be read: {error}", shown(folder));
        if is_ours(error) {
            self.refused(trouble);
        } else {
            self.troubles.push(trouble);
        }
    }

    /// The machine has refused something to us.
    fn refused(&mut self, trouble: String) {
        self.unread.get_or_insert_with(|| trouble.clone());
        self.troubles.push(trouble);
    }
}

/// Is it the machine's fault that a folder or file could not be read, and not that of who has filled it?
pub(super) fn is_ours(error: &io::Error) -> bool {
    error.kind() != ErrorKind::QuotaExceeded
}

/// The work of one student: a result for each lesson, and what somebody should hear about.
#[derive(Debug, Default)]
pub(super) struct Work {
    pub(super) taken: Vec<Taken>,
    pub(super) troubles: Vec<String>,
    /// There was a folder for one of the lessons at least.
    pub(super) found: bool,
}

/// Takes the files of these lessons. The tree is read only once, however many lessons there are.
pub(super) fn take(tree: &mut dyn Tree, base: &Base, lessons: &[LessonFacts<'_>]) -> Work {
    let mut plans: Vec<Plan> = lessons
        .iter()
        .map(|lesson| lessons::plan(tree, base, lesson, lessons.len() == 1))
        .collect();
    let all: Vec<Wanted> = plans
        .iter()
        .flat_map(|plan| plan.wanted.iter().map(|(_, wanted)| wanted.clone()))
        .collect();
    let mut contents = tree.read(&all).into_iter();
    let mut work = Work::default();
    let mut untaken = untaken::Untaken::default();
    for (lesson, plan) in lessons.iter().zip(&mut plans) {
        work.found |= plan.found;
        plan.ignored.add_all(&tree.strays());
        let taken = finish(plan, &mut contents, tree.is_ours());
        work.troubles.append(&mut plan.troubles);
        if taken.absence == Absence::NothingTaken {
            untaken.add(lesson.name, &taken.reason, plan.found);
        }
        work.taken.push(taken);
    }
    let there = || untaken::there(base, &tree.strays());
    work.troubles.extend(untaken.into_notes(there));
    work
}

/// Puts the contents to the names. What is no text in UTF-8 would not compile anyway.
fn finish(
    plan: &mut Plan,
    contents: &mut dyn Iterator<Item = Result<Vec<u8>, String>>,
    is_ours: bool,
) -> Taken {
    let mut taken = Taken::default();
    for (name, wanted) in mem::take(&mut plan.wanted) {
        let contents = contents
            .next()
            .unwrap_or_else(|| Err("it was not read".to_owned()));
        match contents {
            Ok(contents) if str::from_utf8(&contents).is_ok() => {
                taken.files.insert(name, contents);
            }
            Ok(_) => plan.ignored.add(&wanted.path, "not UTF-8"),
            Err(why) => {
                plan.ignored.add(&wanted.path, &why);
                let trouble = format!("{}: {why}", shown(&wanted.path));
                if is_ours {
                    plan.refused(trouble);
                } else {
                    plan.troubles.push(trouble);
                }
            }
        }
    }
    if let Some(unread) = mem::take(&mut plan.unread) {
        // Judged without what we could not read, it would lose points through our fault.
        taken = Taken::nothing(unread, Absence::Unread);
    } else if taken.files.is_empty() {
        if plan.found || plan.is_meant {
            taken.absence = Absence::NothingTaken;
        }
        taken.reason = if plan.reason.is_empty() {
            "no file of its src could be taken".to_owned()
        } else {
            mem::take(&mut plan.reason)
        };
    }
    (taken.ignored, taken.ignored_more) = mem::take(&mut plan.ignored).into_list();
    taken
}

/// A name in a folder, as a path.
pub(super) fn join(folder: &[u8], name: &[u8]) -> Vec<u8> {
    if folder.is_empty() {
        return name.to_vec();
    }
    [folder, b"/", name].concat()
}
