//! What is to be judged: `DIR/plan.json`, written before anything is judged, and the taken files beside it.

mod key;
mod older;
mod sources;

use crate::absence::Absence;
use crate::store;
use crate::store::Store;
use crate::store::Stored;
use crate::student::Student;
use crate::verdict::Ignored;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;

/// The version of the format. Within a version fields are only added.
pub const PLAN_SCHEMA: &str = "loopback/plan/1";

/// Of a submission that holds nothing, where nobody says why.
const NOTHING: &str = "there is nothing";

/// A class's work, and everything that its verdicts depend on. The same class and settings give the same bytes, in whatever order the
/// submissions were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// [`PLAN_SCHEMA`].
    pub schema: String,
    pub settings: Settings,
    /// By name.
    pub lessons: Vec<String>,
    /// By id.
    pub students: Vec<Student>,
    /// By student, then by lesson.
    pub submissions: Vec<Planned>,
}

/// What verdicts depend on besides the submissions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// What compiles the submissions: `rustc -Vv`.
    pub toolchain: String,
    /// A hash of the checks, and of all that judges.
    pub checks: String,
    /// The class's seed; each submission derives its own from it.
    pub seed: u64,
    /// Multiplies every deadline.
    pub patience: u32,
    /// May programs run where strangers' programs should not?
    pub allow_weak: bool,
}

/// One student's work on one lesson, as it was when the plan was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// The student's id.
    pub student: String,
    pub lesson: String,
    /// A hash of the taken files, which are in `DIR/sources/HASH/src/`; `None` where there are none.
    pub source: Option<String>,
    /// Why there are none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Whose affair that is.
    #[serde(default, skip_serializing_if = "Absence::is_missing")]
    pub absence: Absence,
    /// What lay beside the taken files: the first of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ignored: Vec<Ignored>,
    /// So much more was left.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub ignored_more: u64,
    /// The seed of its checks, below a million, so that people can type it.
    pub seed: u64,
    /// A hash of all that its verdict depends on. Equal work has the same key, and is judged once.
    pub key: String,
    /// The settings that it was planned with, where they are not the plan's: an older run's, that it has been left out of since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<Settings>,
}

/// One student's work on one lesson, as it was taken in.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    pub student: Student,
    pub lesson: String,
    /// The taken files, by their paths: `src/bin/greeter.rs`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Why there are none.
    pub reason: String,
    /// Whose affair that is.
    pub absence: Absence,
    pub ignored: Vec<Ignored>,
    pub ignored_more: u64,
}

/// What the entries of a run stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The whole class: what is not among them is no longer planned. Its verdicts stay on the disk, and are in no export.
    Class,
    /// The same for some lessons. The others stay planned as they are, with the verdicts and grades that there are.
    Lessons,
    /// Some students. All others stay planned as they are, with the verdicts and grades that they have.
    Part,
}

/// A plan that is on the disk, and which of it a run is about.
#[derive(Debug)]
pub struct Frozen {
    pub plan: Plan,
    /// Places in the plan's `submissions`.
    pub chosen: BTreeSet<usize>,
    /// What the instructor should know, a sentence each.
    pub notes: Vec<String>,
}

impl Plan {
    /// The plan in a folder; `None` where there is none.
    ///
    /// # Errors
    /// Where it cannot be read, is damaged, or was written by a newer version.
    pub fn read(folder: &Path) -> Result<Option<Plan>> {
        let path = folder.join("plan.json");
        match store::read(&path, PLAN_SCHEMA)? {
            Stored::Absent => Ok(None),
            Stored::Good(plan) => Ok(Some(plan)),
            Stored::Damaged(why) => bail!(
                "{} is damaged ({why}); grade the whole class once more, and it is written again",
                path.display()
            ),
        }
    }

    /// The student with this id.
    pub fn student(&self, id: &str) -> Option<&Student> {
        let found = self
            .students
            .binary_search_by(|one| one.id.as_str().cmp(id));
        found.ok().map(|place| &self.students[place])
    }

    /// The settings that a submission was planned with.
    pub fn settings_of<'a>(&'a self, planned: &'a Planned) -> &'a Settings {
        planned.settings.as_ref().unwrap_or(&self.settings)
    }
}

/// The seed of a class where nobody has named one: that of the plan in the folder, else one from all that was handed in. Every machine that
/// has the same submissions finds the same one, and no student can find it beforehand.
///
/// # Errors
/// Where the plan in the folder was written by a newer version.
pub fn class_seed(folder: &Path, entries: &[Entry]) -> Result<u64> {
    match store::read::<Plan>(&folder.join("plan.json"), PLAN_SCHEMA)? {
        Stored::Good(plan) => Ok(plan.settings.seed),
        Stored::Absent | Stored::Damaged(_) => Ok(key::class_seed(entries)),
    }
}

/// Writes the plan, and all taken files, before anything is judged.
///
/// # Errors
/// Where two entries are about the same, where the folder cannot be written, and where only a part of a class is named and the plan with the
/// others cannot be read.
pub fn freeze(
    store: &Store,
    settings: &Settings,
    entries: Vec<Entry>,
    scope: Scope,
) -> Result<Frozen> {
    let folder = store.folder();
    let (older, changes) = older::read(folder, scope)?;
    let mut notes = store::read_unfinished(folder)?;
    store::add_notes(&mut notes, changes);
    let mut students = BTreeMap::new();
    let mut submissions = BTreeMap::new();
    let mut chosen = BTreeSet::new();
    for entry in entries {
        let planned = plan_one(settings, &entry);
        if let Some(source) = &planned.source {
            sources::keep(store, source, &entry.files)?;
        }
        let place = (planned.student.clone(), planned.lesson.clone());
        if !chosen.insert(place.clone()) {
            bail!("{:?} has handed in {} twice", place.0, place.1);
        }
        students.insert(entry.student.id.clone(), entry.student);
        submissions.insert(place, planned);
    }
    if let Some(older) = older {
        let changes = older::keep(older, scope, settings, &mut students, &mut submissions);
        store::add_notes(&mut notes, changes);
    }
    let lessons: BTreeSet<String> = submissions
        .keys()
        .map(|(_, lesson)| lesson.clone())
        .collect();
    let plan = Plan {
        schema: PLAN_SCHEMA.to_owned(),
        settings: settings.clone(),
        lessons: lessons.into_iter().collect(),
        students: students.into_values().collect(),
        submissions: submissions.into_values().collect(),
    };
    // Whoever is ended from now on leaves the new plan, in which nobody sees what is no longer there.
    store::write_unfinished(folder, &notes)?;
    write(folder, &plan)?;
    let is_chosen =
        |planned: &Planned| chosen.contains(&(planned.student.clone(), planned.lesson.clone()));
    let places = plan.submissions.iter().enumerate();
    let chosen = places
        .filter(|(_, planned)| is_chosen(planned))
        .map(|(place, _)| place)
        .collect();
    Ok(Frozen {
        plan,
        chosen,
        notes,
    })
}

/// Writes a plan as it is.
pub(crate) fn write(folder: &Path, plan: &Plan) -> Result<()> {
    let mut bytes = serde_json::to_vec_pretty(plan).context("failed to write a plan as JSON")?;
    bytes.push(b'\n');
    store::write_durably(&folder.join("plan.json"), &bytes)
}

pub use older::name_as_before;
pub(crate) use older::stored;
pub(crate) use sources::copy as copy_sources;

fn plan_one(settings: &Settings, entry: &Entry) -> Planned {
    let source = (!entry.files.is_empty()).then(|| key::source(&entry.files));
    let seed = key::seed(settings.seed, &entry.lesson, source.as_deref());
    let reason = match (&source, entry.reason.as_str()) {
        (Some(_), _) => "",
        (None, "") => NOTHING,
        (None, reason) => reason,
    };
    let absence = match source {
        Some(_) => Absence::Missing,
        None => entry.absence,
    };
    Planned {
        student: entry.student.id.clone(),
        lesson: entry.lesson.clone(),
        key: key::key(settings, &entry.lesson, source.as_deref(), seed),
        source,
        reason: reason.to_owned(),
        absence,
        ignored: entry.ignored.clone(),
        ignored_more: entry.ignored_more,
        seed,
        settings: None,
    }
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}
