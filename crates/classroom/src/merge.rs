//! Puts the results of several machines together.

use crate::comparable;
use crate::partition::Partition;
use crate::plan;
use crate::plan::Plan;
use crate::plan::Planned;
use crate::plan::Settings;
use crate::store;
use crate::store::Store;
use crate::store::Stored;
use crate::verdict;
use crate::verdict::State;
use crate::verdict::Verdict;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use std::collections::BTreeSet;
use std::fmt;
use std::fs::File;
use std::path::Path;
use std::path::PathBuf;

/// What merging has come to.
#[derive(Debug)]
pub enum Merged {
    /// Every planned submission has its verdict in the new folder.
    Whole {
        plan: Box<Plan>,
        /// What the instructor should know, a sentence each.
        notes: Vec<String>,
        /// The new folder, into which nobody else writes as long as this is there.
        store: Store,
    },
    /// Nothing was written.
    Not(Vec<Obstacle>),
}

/// Why a submission has not exactly one verdict. Its `Display` is a line for the instructor, of which the student's part is escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// The student's id.
    pub student: String,
    pub lesson: String,
    pub kind: ObstacleKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ObstacleKind {
    /// No folder has a verdict.
    Missing {
        /// Which part should have judged it, where the folders tell of how many they are: `2/3`.
        part: Option<String>,
        /// The folder of that part, if it is there.
        folder: Option<PathBuf>,
    },
    /// Two folders have verdicts on the same work, with different grades.
    Conflict { one: PathBuf, other: PathBuf },
}

impl fmt::Display for Obstacle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} of {:?} ", self.lesson, self.student)?;
        match &self.kind {
            ObstacleKind::Missing { part, folder } => {
                write!(formatter, "has no verdict")?;
                if let Some(part) = part {
                    write!(formatter, "; it belongs to part {part}")?;
                }
                if let Some(folder) = folder {
                    write!(formatter, ", whose folder is {}", folder.display())?;
                }
                Ok(())
            }
            ObstacleKind::Conflict { one, other } => {
                let (one, other) = (one.display(), other.display());
                write!(formatter, "has different grades in {one} and in {other}")
            }
        }
    }
}

/// Puts the verdicts in `folders` together in `out`, if every planned submission has one. A verdict of a judge that has failed gives way to a
/// real one. The same folders give the same bytes, however often, also after a merge that was killed in the middle: the plan comes last.
///
/// # Errors
/// Where a folder has no plan, the plans differ, somebody is at work in a folder, or `out` cannot be used.
pub fn merge(folders: &[PathBuf], out: &Path) -> Result<Merged> {
    let is_new = !out.exists();
    let merged = merge_into(folders, out);
    if is_new && !matches!(merged, Ok(Merged::Whole { .. })) {
        store::remove_empty(out);
    }
    merged
}

fn merge_into(folders: &[PathBuf], out: &Path) -> Result<Merged> {
    let [first, others @ ..] = folders else {
        bail!("there is nothing to merge; name the folders that the parts were graded into");
    };
    let store = Store::open(out)?;
    let _locks = lock_all(folders, out)?;
    let plan = read_plan(first)?;
    for other in others {
        if let Some(difference) = difference(&plan, &read_plan(other)?) {
            bail!(
                "{} and {} were not planned alike: {difference}; grade all parts of the same submissions with the same options",
                first.display(),
                other.display()
            );
        }
    }
    nothing_is_lost(folders, out, &plan)?;
    let (mut sources, mut obstacles, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for planned in &plan.submissions {
        match choose(folders, planned, &mut notes)? {
            Ok(folder) => sources.push(folder),
            Err(kind) => obstacles.push(Obstacle {
                student: planned.student.clone(),
                lesson: planned.lesson.clone(),
                kind,
            }),
        }
    }
    if !obstacles.is_empty() {
        return Ok(Merged::Not(obstacles));
    }
    copy_all(&store, &plan, folders, &sources)?;
    let plan = Box::new(plan);
    Ok(Merged::Whole { plan, notes, store })
}

/// What a folder already holds, and what will be there, must be the same class: grades of other lessons would be gone.
fn nothing_is_lost(folders: &[PathBuf], out: &Path, plan: &Plan) -> Result<()> {
    let here = out.canonicalize()?;
    if folders.iter().any(|folder| is_same(folder, &here)) {
        return Ok(());
    }
    let Stored::Good(there) = plan::stored(out)? else {
        return Ok(());
    };
    let places = plan.submissions.iter().map(place);
    let places: BTreeSet<(&str, &str)> = places.collect();
    match there
        .submissions
        .iter()
        .find(|old| !places.contains(&place(old)))
    {
        Some(old) => bail!(
            "{} holds {} of {:?}, which would be lost, since it is in no part; name an --out that is empty or does not exist",
            out.display(),
            old.lesson,
            old.student
        ),
        None => Ok(()),
    }
}

fn place(planned: &Planned) -> (&str, &str) {
    (&planned.student, &planned.lesson)
}

/// Is it this folder, whose path is canonical?
fn is_same(folder: &Path, canonical: &Path) -> bool {
    folder
        .canonicalize()
        .is_ok_and(|folder| folder == canonical)
}

/// Keeps everybody from judging in the folders meanwhile. `out` may be one of them.
fn lock_all(folders: &[PathBuf], out: &Path) -> Result<Vec<File>> {
    let out = out.canonicalize()?;
    let mut locks = Vec::new();
    for folder in folders {
        if !is_same(folder, &out) {
            locks.extend(store::lock_shared(folder)?);
        }
    }
    Ok(locks)
}

fn read_plan(folder: &Path) -> Result<Plan> {
    Plan::read(folder)?.with_context(|| {
        format!(
            "{} has no plan.json: nothing was graded into it; name the folders that the parts were graded into",
            folder.display()
        )
    })
}

/// The first thing in which two plans differ, in words.
fn difference(one: &Plan, other: &Plan) -> Option<String> {
    if one == other {
        return None;
    }
    let (ours, theirs) = (&one.settings, &other.settings);
    if ours.toolchain != theirs.toolchain {
        return Some(format!(
            "their compilers are {:?} and {:?}",
            ours.toolchain, theirs.toolchain
        ));
    }
    if ours.checks != theirs.checks {
        return Some("their checks are of different versions".to_owned());
    }
    if ours != theirs {
        return Some(other_options(ours, theirs));
    }
    let only_in = |one: &Plan, other: &Plan| {
        let planned = &mut one.submissions.iter();
        let found = planned.find(|planned| !other.submissions.contains(planned));
        found.map(|planned| format!("{} of {:?}", planned.lesson, planned.student))
    };
    let submission = only_in(one, other).or_else(|| only_in(other, one));
    Some(match submission {
        Some(submission) => format!("{submission} is not the same in both"),
        None => "their students have different names or addresses".to_owned(),
    })
}

/// The options that are not the same in both, and what to do about a seed that nobody has given.
fn other_options(ours: &Settings, theirs: &Settings) -> String {
    let mut differ = Vec::new();
    if ours.seed != theirs.seed {
        differ.push(format!(
            "their seeds are {} and {} (begin both with an empty --out, or give --seed)",
            ours.seed, theirs.seed
        ));
    }
    if ours.patience != theirs.patience {
        let (one, other) = (ours.patience, theirs.patience);
        differ.push(format!("their patience is {one} and {other}"));
    }
    if ours.allow_weak != theirs.allow_weak {
        differ.push("one was graded with weak isolation, the other was not".to_owned());
    }
    differ.join(", ")
}

/// The place of the folder whose verdict is taken.
fn choose(
    folders: &[PathBuf],
    planned: &Planned,
    notes: &mut Vec<String>,
) -> Result<Result<usize, ObstacleKind>> {
    let mut chosen: Option<(usize, Verdict)> = None;
    for (place, folder) in folders.iter().enumerate() {
        let found = match verdict::read(folder, planned)? {
            Stored::Good(verdict) if verdict.key == planned.key => verdict,
            _ => continue,
        };
        match &chosen {
            None => chosen = Some((place, found)),
            Some((_, before)) if found.state == State::Broken || before.state == State::Broken => {
                if before.state == State::Broken {
                    chosen = Some((place, found));
                }
            }
            Some((first, before)) => {
                let (one, other) = (folders[*first].clone(), folder.clone());
                if comparable::result(before) != comparable::result(&found) {
                    return Ok(Err(ObstacleKind::Conflict { one, other }));
                }
                if comparable::comparable(before) != comparable::comparable(&found) {
                    notes.push(format!(
                        "{} of {:?} was judged twice, with the same grade and other details; those in {} are taken",
                        planned.lesson,
                        planned.student,
                        one.display()
                    ));
                }
            }
        }
    }
    Ok(chosen
        .map(|(place, _)| place)
        .ok_or_else(|| missing(folders, planned)))
}

/// Says which part a missing verdict belongs to, as far as the folders tell.
fn missing(folders: &[PathBuf], planned: &Planned) -> ObstacleKind {
    let parts: Vec<(&PathBuf, String)> = folders
        .iter()
        .filter_map(|folder| Some((folder, Partition::of_folder(folder)?.to_string())))
        .collect();
    let count = parts
        .iter()
        .find_map(|(_, text)| text.split_once('/')?.1.parse().ok());
    let part = count.map(|count| format!("{}/{count}", Partition::of(&planned.key, count)));
    let folder = parts
        .iter()
        .find(|(_, text)| Some(text) == part.as_ref())
        .map(|(folder, _)| (*folder).clone());
    ObstacleKind::Missing { part, folder }
}

fn copy_all(store: &Store, plan: &Plan, folders: &[PathBuf], chosen: &[usize]) -> Result<()> {
    for (planned, place) in plan.submissions.iter().zip(chosen) {
        let folder = &folders[*place];
        if let Some(source) = &planned.source {
            plan::copy_sources(store, folder, source)?;
        }
        let from = store::verdict_path(folder, &planned.student, &planned.lesson);
        let to = store::verdict_path(store.folder(), &planned.student, &planned.lesson);
        let bytes =
            std::fs::read(&from).with_context(|| format!("failed to read {}", from.display()))?;
        if !std::fs::read(&to).is_ok_and(|there| there == bytes) {
            store::write_durably(&to, &bytes)?;
        }
    }
    plan::write(store.folder(), plan)?;
    // It may have been one of the parts.
    Partition::note(store.folder(), None)
}
