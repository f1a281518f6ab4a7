//! What an older run has planned in the same folder: what of it stays, who goes, and what students were called.

use super::Entry;
use super::PLAN_SCHEMA;
use super::Plan;
use super::Planned;
use super::Scope;
use super::Settings;
use crate::store;
use crate::store::Stored;
use crate::student::Student;
use anyhow::Result;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;

/// Of those who go, so many are named.
const NAMED: usize = 10;

/// Gives the students of these entries the names and addresses that the plan in the folder has for them: for a run without a roster.
///
/// # Errors
/// Where that plan cannot be read, or was written by a newer version.
pub fn name_as_before(folder: &Path, entries: &mut [Entry]) -> Result<()> {
    if let Stored::Good(plan) = stored(folder)? {
        for entry in entries {
            if let Some(known) = plan.student(&entry.student.id) {
                entry.student.clone_from(known);
            }
        }
    }
    Ok(())
}

/// The plan in a folder, if one can be read.
///
/// # Errors
/// Where a newer version has written it.
pub(crate) fn stored(folder: &Path) -> Result<Stored<Plan>> {
    store::read(&folder.join("plan.json"), PLAN_SCHEMA)
}

/// The older plan, and what is to be said about it. A newer version's plan is never overwritten.
pub(super) fn read(folder: &Path, scope: Scope) -> Result<(Option<Plan>, Vec<String>)> {
    if scope != Scope::Class {
        return Ok((Plan::read(folder)?, Vec::new()));
    }
    Ok(match stored(folder)? {
        Stored::Damaged(why) => {
            let path = folder.join("plan.json");
            let note = format!(
                "{} was damaged ({why}) and is written again",
                path.display()
            );
            (None, vec![note])
        }
        Stored::Absent => (None, Vec::new()),
        Stored::Good(plan) => (Some(plan), Vec::new()),
    })
}

/// Adds what stays of an older plan besides the new submissions, and says who goes and what was judged in another way.
pub(super) fn keep(
    older: Plan,
    scope: Scope,
    settings: &Settings,
    students: &mut BTreeMap<String, Student>,
    submissions: &mut BTreeMap<(String, String), Planned>,
) -> Vec<String> {
    let place = |planned: &Planned| (planned.student.clone(), planned.lesson.clone());
    let renewed: BTreeSet<String> = submissions.keys().map(|(_, name)| name.clone()).collect();
    let mut otherwise = 0;
    let mut dropped: BTreeSet<String> = BTreeSet::new();
    let mut kept: BTreeSet<String> = BTreeSet::new();
    for mut planned in older.submissions {
        if submissions.contains_key(&place(&planned)) {
            continue;
        }
        let stays = match scope {
            Scope::Class => false,
            Scope::Lessons => !renewed.contains(&planned.lesson),
            Scope::Part => true,
        };
        if !stays {
            dropped.insert(planned.student);
            continue;
        }
        kept.insert(planned.student.clone());
        let was = planned
            .settings
            .take()
            .unwrap_or_else(|| older.settings.clone());
        if was != *settings {
            planned.settings = Some(was);
            otherwise += 1;
        }
        submissions.insert(place(&planned), planned);
    }
    let is_new = |id: &String| students.contains_key(id);
    let (less, gone): (Vec<&String>, Vec<&String>) = dropped
        .iter()
        .filter(|id| !is_new(id))
        .partition(|id| kept.contains(*id));
    let mut notes = Vec::new();
    if !gone.is_empty() {
        notes.push(format!(
            "no longer in the class, and so no longer in the grades: {}, of an earlier run; verdicts and feedback stay where they are",
            some_of(&gone)
        ));
    }
    if !less.is_empty() {
        notes.push(format!(
            "no longer in the class, and in the grades only with other lessons, of an earlier run: {}",
            some_of(&less)
        ));
    }
    for student in older.students {
        if kept.contains(&student.id) {
            students.entry(student.id.clone()).or_insert(student);
        }
    }
    if otherwise > 0 {
        notes.push(format!(
            "{otherwise} other submissions were judged with another compiler, other checks or other options; grade the whole class to judge all alike"
        ));
    }
    notes
}

/// `"ada", "ben" and 3 more`.
fn some_of(ids: &[&String]) -> String {
    let named: Vec<String> = ids.iter().take(NAMED).map(|id| format!("{id:?}")).collect();
    let named = named.join(", ");
    match ids.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}
