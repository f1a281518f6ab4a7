//! Takes a class's submissions in: finds out who is in the class, and takes from what each student has handed in the files that belong to a
//! lesson. Everything here is somebody else's and may be made to harm; what is not taken is left where it lies and named.
//!
//! Does not compile, plan or store anything.

mod archive;
mod folder;
mod hand_in;
mod roster;
mod select;
mod taken;

pub use taken::Taken;

use crate::absence::Absence;
use crate::student::Student;
use anyhow::Context;
use anyhow::bail;
use folder::Folder;
use hand_in::Desk;
use hand_in::HandIn;
use roster::Roster;
use select::Entry;
use std::collections::BTreeMap;
use std::path::Path;
use taken::shown;

/// A class, and what everybody in it has handed in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Class {
    /// Every student with every lesson: by the students' ids, then in the order of the lessons.
    pub submissions: Vec<Submission>,
    /// What somebody should hear about: entries that are nobody's, lines of the roster that were left out, hand-ins of which nothing could be
    /// taken, what the machine did not let us read. Without control characters, but with other people's names in them.
    pub notes: Vec<String>,
}

/// What one student has handed in for one lesson, if anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    pub student: Student,
    /// The lesson's full name: `lesson2-echo`.
    pub lesson: String,
    pub taken: Taken,
}

/// What the intake needs to know of a lesson.
#[derive(Debug, Clone, Copy)]
pub struct LessonFacts<'a> {
    /// `lesson2-echo`
    pub name: &'a str,
    /// Its programs: `echo-server`, for `src/bin/echo-server.rs`.
    pub programs: &'a [&'a str],
}

/// Takes in a whole class at once; see [`take_each`].
///
/// # Errors
/// As those of [`take_each`].
pub fn take(
    folder: &Path,
    roster: Option<&Path>,
    lessons: &[LessonFacts<'_>],
    only: &[String],
) -> anyhow::Result<Class> {
    let mut submissions = Vec::new();
    let notes = take_each(folder, roster, None, lessons, only, |submission| {
        submissions.push(submission);
        Ok(())
    })?;
    Ok(Class { submissions, notes })
}

/// Takes in a class, student by student, and hands on every student's every lesson, in a fixed order; a student who has handed in nothing has
/// submissions without files. Students are those who have a folder or an archive in `folder`, and those of the roster; the roster itself and the
/// folder of results, `out`, may lie there, too, and are nobody's work. With `only`, ids, the others are left out. The notes that come back are
/// those of [`Class::notes`].
///
/// The result does not depend on the order in which the system lists a folder.
///
/// # Errors
/// Where the folder or the roster cannot be read, nothing at all was handed in, nobody has one of the ids in `only`, or `each` fails. What is
/// wrong with a submission is never an error.
pub fn take_each(
    folder: &Path,
    roster: Option<&Path>,
    out: Option<&Path>,
    lessons: &[LessonFacts<'_>],
    only: &[String],
    mut each: impl FnMut(Submission) -> anyhow::Result<()>,
) -> anyhow::Result<Vec<String>> {
    let (class, entries) = open(folder)?;
    let ours: Vec<Vec<u8>> = [roster, out]
        .into_iter()
        .flatten()
        .filter_map(|path| name_in(folder, path))
        .collect();
    let desk = hand_in::sort_out(&entries, &ours);
    if desk.hand_ins.is_empty() {
        bail!("{} holds no submission; {EXPECTED}", folder.display());
    }
    if let Some(what) = one_students(&entries, lessons) {
        bail!(
            "{} is one student's work, because it holds {what} itself; give the folder that it is in: {EXPECTED}",
            folder.display()
        );
    }
    let known = roster.map(roster::read).transpose()?;
    let mut notes = desk.notes.clone();
    if let Some(known) = &known {
        some_are_known(&desk, known)?;
    }
    let students = students(&desk, known, &mut notes);
    check_only(&students, only)?;
    for (id, (student, hand_in)) in students {
        if !only.is_empty() && !only.contains(&id) {
            continue;
        }
        let work = match hand_in {
            Some(hand_in) => hand_in::take(&class, hand_in, lessons),
            None => nobody(lessons),
        };
        notes.extend(
            work.troubles
                .iter()
                .map(|trouble| format!("{}: {trouble}", shown(id.as_bytes()))),
        );
        for (lesson, taken) in lessons.iter().zip(work.taken) {
            let (student, lesson) = (student.clone(), lesson.name.to_owned());
            each(Submission {
                student,
                lesson,
                taken,
            })?;
        }
    }
    Ok(notes)
}

const EXPECTED: &str = "expected are folders STUDENT/lesson2-echo/src or STUDENT/exercises/lesson2-echo/src, or archives STUDENT.zip or STUDENT.tar.gz";

fn open(path: &Path) -> anyhow::Result<(Folder, Vec<Entry>)> {
    let shown = path.display();
    if path.is_file() {
        bail!(
            "{shown} is a file, not a folder of submissions; unpack it first if it is an archive of the whole class"
        );
    }
    let folder = Folder::open(path)
        .with_context(|| format!("failed to open the folder of submissions {shown}"))?;
    let entries = folder
        .list(b"")
        .with_context(|| format!("failed to list the folder of submissions {shown}"))?;
    Ok((folder, entries))
}

/// The name of something of ours, the roster or the results, if it lies among the submissions.
fn name_in(folder: &Path, path: &Path) -> Option<Vec<u8>> {
    let path = path.canonicalize().ok()?;
    let is_in = path.parent()? == folder.canonicalize().ok()?;
    is_in.then(|| {
        path.file_name()
            .map(|name| name.as_encoded_bytes().to_vec())
    })?
}

/// A folder that shows that this is a student's folder, and not a class's: of the course itself, or where there are no other ones and no archives.
/// A single student who is called so must not end everybody's grading.
fn one_students(entries: &[Entry], lessons: &[LessonFacts<'_>]) -> Option<String> {
    let is_lessons = |entry: &&Entry| {
        let is_it = |lesson: &LessonFacts<'_>| entry.name == lesson.name.as_bytes();
        matches!(&*entry.name, b"exercises" | b"src") || lessons.iter().any(is_it)
    };
    let folders = || {
        entries
            .iter()
            .filter(|entry| entry.is_folder() && !select::is_junk(&entry.name))
    };
    let is_course = entries
        .iter()
        .any(|entry| entry.is_file() && entry.name == b"Cargo.toml");
    let sign = folders().find(is_lessons)?;
    let has_others = || !folders().all(|entry| is_lessons(&entry)) || hand_in::has_archive(entries);
    (is_course || !has_others()).then(|| shown(&sign.name))
}

/// A roster with other ids than those of the folders would give everybody's points to nobody on it.
fn some_are_known(desk: &Desk, roster: &Roster) -> anyhow::Result<()> {
    if desk
        .hand_ins
        .keys()
        .any(|id| roster.students.contains_key(id))
    {
        return Ok(());
    }
    let whose = match desk.hand_ins.len() {
        1 => "the submission is not on the roster".to_owned(),
        number => format!("none of the {number} submissions is on the roster"),
    };
    bail!(
        "{whose}: its ids ({}) must be the names of the folders or archives ({})",
        examples(roster.students.keys()),
        examples(desk.hand_ins.keys())
    )
}

/// `ada, ben, …`
fn examples<'a>(mut ids: impl Iterator<Item = &'a String>) -> String {
    let named: Vec<String> = ids
        .by_ref()
        .take(3)
        .map(|id| shown(id.as_bytes()))
        .collect();
    let more = if ids.next().is_some() { ", …" } else { "" };
    format!("{}{more}", named.join(", "))
}

/// Everybody, by id: of the roster, and who has handed something in without being on it.
fn students<'a>(
    desk: &'a Desk,
    roster: Option<Roster>,
    notes: &mut Vec<String>,
) -> BTreeMap<String, (Student, Option<&'a HandIn>)> {
    let has_roster = roster.is_some();
    let roster = roster.unwrap_or_default();
    notes.extend(roster.notes);
    let mut students: BTreeMap<String, (Student, Option<&HandIn>)> = roster
        .students
        .into_iter()
        .map(|(id, student)| (id, (student, None)))
        .collect();
    let listed: Vec<String> = students.keys().cloned().collect();
    for (id, hand_in) in &desk.hand_ins {
        let student = students.entry(id.clone()).or_insert_with(|| {
            if has_roster {
                let hint = meant(id, &listed);
                notes.push(format!(
                    "{} is not on the roster{hint}",
                    shown(id.as_bytes())
                ));
            }
            (
                Student {
                    id: id.clone(),
                    ..Student::default()
                },
                None,
            )
        });
        student.1 = Some(hand_in);
    }
    students
}

fn nobody(lessons: &[LessonFacts<'_>]) -> select::Work {
    let reason = "there is no folder and no archive of this name";
    let nothing = |_| Taken::nothing(reason, Absence::Missing);
    select::Work {
        taken: lessons.iter().map(nothing).collect(),
        ..select::Work::default()
    }
}

fn check_only(
    students: &BTreeMap<String, (Student, Option<&HandIn>)>,
    only: &[String],
) -> anyhow::Result<()> {
    let ids: Vec<String> = students.keys().cloned().collect();
    for id in only {
        if !students.contains_key(id) {
            let hint = meant(id, &ids);
            bail!(
                "nobody in the class is called {}{hint}",
                shown(id.as_bytes())
            );
        }
    }
    Ok(())
}

/// `; did you mean …?` with at most three of these ids, or nothing.
fn meant(id: &str, ids: &[String]) -> String {
    let id = id.to_lowercase();
    let mut near: Vec<(f64, &String)> = ids
        .iter()
        .map(|other| (strsim::jaro_winkler(&id, &other.to_lowercase()), other))
        .filter(|(nearness, _)| *nearness > 0.85)
        .collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
    let names: Vec<String> = near
        .iter()
        .take(3)
        .map(|(_, other)| shown(other.as_bytes()))
        .collect();
    if names.is_empty() {
        return String::new();
    }
    format!("; did you mean {}?", names.join(" or "))
}
