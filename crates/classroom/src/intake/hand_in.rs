//! What lies in the class's folder: who has handed something in, and in which form.

use super::LessonFacts;
use super::archive::Archive;
use super::folder::Folder;
use super::select;
use super::select::Base;
use super::select::Entry;
use super::select::Kind;
use super::select::Work;
use super::taken::Taken;
use super::taken::shown;
use crate::absence::Absence;
use crate::hash;
use std::collections::BTreeMap;
use std::io;

/// One entry of the class's folder that is a student's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HandIn {
    /// Its name in the class's folder.
    name: Vec<u8>,
    form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Folder,
    Archive,
    /// Never opened, for this reason.
    Refused(&'static str),
}

/// The class's folder, sorted out.
#[derive(Debug, Default)]
pub(super) struct Desk {
    /// By the student's id.
    pub(super) hand_ins: BTreeMap<String, HandIn>,
    pub(super) notes: Vec<String>,
}

/// Archives that are read, in the order in which they count where a student has several.
const ARCHIVES: [&[u8]; 3] = [b".zip", b".tar.gz", b".tgz"];
/// Archives that nobody reads here. Who has handed one in has handed something in.
const OTHER_ARCHIVES: [&[u8]; 7] = [
    b".rar",
    b".7z",
    b".tar",
    b".tar.xz",
    b".tar.bz2",
    b".tar.zst",
    b".gz",
];

/// Sorts the entries out. `ours` are the names of those among them that are nobody's work: the roster, results.
pub(super) fn sort_out(entries: &[Entry], ours: &[Vec<u8>]) -> Desk {
    let mut desk = Desk::default();
    // Folders come first, then archives in their order, so that the first of a student is the one that counts.
    let mut found: Vec<(usize, String, HandIn)> = Vec::new();
    for entry in entries {
        if select::is_junk(&entry.name) || ours.contains(&entry.name) {
            continue;
        }
        match whose(entry) {
            Some(hand_in) => found.push(hand_in),
            None => desk.notes.push(format!(
                "{} is nobody's submission: neither a folder nor a .zip, .tar.gz or .tgz",
                shown(&entry.name)
            )),
        }
    }
    found.sort_by(|one, other| (one.0, &one.2.name).cmp(&(other.0, &other.2.name)));
    for (_, id, hand_in) in found {
        if let Some(first) = desk.hand_ins.get(&id) {
            desk.notes.push(format!(
                "{} was left, because {} is the same student's; take one of them away",
                shown(&hand_in.name),
                shown(&first.name)
            ));
        } else {
            desk.hand_ins.insert(id, hand_in);
        }
    }
    desk
}

/// The place in the order of forms, the student's id, and the entry.
fn whose(entry: &Entry) -> Option<(usize, String, HandIn)> {
    let hand_in = |form| HandIn {
        name: entry.name.clone(),
        form,
    };
    if let Some((place, stem)) = stem(&entry.name, &ARCHIVES).filter(|_| !entry.is_folder()) {
        let form = match entry.kind {
            Kind::Refused(why) => Form::Refused(why),
            _ => Form::Archive,
        };
        return Some((1 + place, id(stem), hand_in(form)));
    }
    match entry.kind {
        Kind::Folder => Some((0, id(&entry.name), hand_in(Form::Folder))),
        Kind::Refused(why) => Some((9, id(&entry.name), hand_in(Form::Refused(why)))),
        Kind::File { .. } => {
            let (_, stem) = stem(&entry.name, &OTHER_ARCHIVES)?;
            let why = "of a kind that is not read here; pack it again as .zip or .tar.gz";
            Some((8, id(stem), hand_in(Form::Refused(why))))
        }
    }
}

/// Is somebody's archive among these?
pub(super) fn has_archive(entries: &[Entry]) -> bool {
    let mut files = entries.iter().filter(|entry| entry.is_file());
    files.any(|entry| !select::is_junk(&entry.name) && stem(&entry.name, &ARCHIVES).is_some())
}

/// The name without its ending, if it has one of these, and the ending's place among them.
fn stem<'a>(name: &'a [u8], endings: &[&[u8]]) -> Option<(usize, &'a [u8])> {
    endings.iter().enumerate().find_map(|(place, ending)| {
        let (stem, end) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
        (!stem.is_empty() && end.eq_ignore_ascii_case(ending)).then_some((place, stem))
    })
}

/// A name that is no UTF-8 becomes readable and stays its own, whoever else there is; so does one that only looks like what has become of
/// another.
fn id(name: &[u8]) -> String {
    match str::from_utf8(name) {
        Ok(name) if !name.contains(char::REPLACEMENT_CHARACTER) => name.to_owned(),
        _ => format!(
            "{}#{}",
            String::from_utf8_lossy(name),
            &hash::hex(name)[..16]
        ),
    }
}

/// Takes a student's files.
pub(super) fn take(class: &Folder, hand_in: &HandIn, lessons: &[LessonFacts<'_>]) -> Work {
    let name = shown(&hand_in.name);
    let nothing = |reason: String, absence| Work {
        taken: lessons
            .iter()
            .map(|_| Taken::nothing(reason.clone(), absence))
            .collect(),
        troubles: vec![reason],
        found: false,
    };
    let work = match hand_in.form {
        Form::Refused(why) => {
            let absence = if why == select::UNSEEN {
                Absence::Unread
            } else {
                Absence::NothingTaken
            };
            return nothing(format!("{name} was not opened: it is {why}"), absence);
        }
        Form::Archive => archive(class, &hand_in.name, lessons),
        Form::Folder => folder(class, hand_in, lessons),
    };
    work.unwrap_or_else(|closed| {
        let reason = format!("{name} cannot be read: {}", closed.why);
        nothing(reason, closed.absence)
    })
}

/// Why nothing at all can be read of what somebody has handed in.
#[derive(Debug, PartialEq, Eq)]
struct Closed {
    why: String,
    absence: Absence,
}

/// What is wrong with an archive is wrong with the hand-in.
impl From<String> for Closed {
    fn from(why: String) -> Closed {
        let absence = Absence::NothingTaken;
        Closed { why, absence }
    }
}

impl From<io::Error> for Closed {
    fn from(error: io::Error) -> Closed {
        let absence = if select::is_ours(&error) {
            Absence::Unread
        } else {
            Absence::NothingTaken
        };
        let why = error.to_string();
        Closed { why, absence }
    }
}

fn archive(folder: &Folder, path: &[u8], lessons: &[LessonFacts<'_>]) -> Result<Work, Closed> {
    let mut archive = Archive::open(folder.file(path)?)?;
    let base = Base::find(&mut archive)?;
    Ok(select::take(&mut archive, &base, lessons))
}

fn folder(class: &Folder, hand_in: &HandIn, lessons: &[LessonFacts<'_>]) -> Result<Work, Closed> {
    let mut tree = class.subfolder(&hand_in.name)?;
    let base = Base::find(&mut tree)?;
    let mut work = select::take(&mut tree, &base, lessons);
    let archives = select::archives(&base, |name| stem(name, &ARCHIVES).is_some());
    let others = select::archives(&base, |name| stem(name, &OTHER_ARCHIVES).is_some());
    match (&*archives, &*others) {
        _ if work.found => {
            if let Some(first) = archives.first() {
                let more = match archives.len() - 1 {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                };
                work.troubles.push(format!(
                    "{}{more} was left, because there are folders of lessons beside it",
                    shown(first)
                ));
            }
            Ok(work)
        }
        ([], []) => Ok(work),
        ([path], _) => archive(&tree, path, lessons).map_err(|closed| Closed {
            why: format!("{}: {}", shown(path), closed.why),
            ..closed
        }),
        ([], [path, ..]) => Err(Closed::from(format!(
            "{} is of a kind that is not read here; pack it again as .zip or .tar.gz",
            shown(path)
        ))),
        ([one, other, ..], _) => Err(Closed::from(format!(
            "it holds several archives, {} and {}; leave one",
            shown(one),
            shown(other)
        ))),
    }
}
