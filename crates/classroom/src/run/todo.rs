//! What a run has to do: which verdicts are there, and what is left to judge.

use super::Counts;
use super::Options;
use crate::absence::Absence;
use crate::plan::Frozen;
use crate::plan::Plan;
use crate::plan::Planned;
use crate::store::Store;
use crate::store::Stored;
use crate::verdict;
use crate::verdict::State;
use crate::verdict::Verdict;
use anyhow::Result;
use std::collections::BTreeMap;

/// Different work that is to be judged once.
#[derive(Debug)]
pub(super) struct Unit {
    /// The first of the plan's submissions with this key.
    pub(super) first: usize,
    /// Those that want a verdict, as places in the plan.
    pub(super) wanted: Vec<usize>,
}

/// Everything that is left to do.
#[derive(Debug, Default)]
pub(super) struct Todo {
    /// In the plan's order.
    pub(super) units: Vec<Unit>,
    /// Places whose verdict is made from that of another place, or from their own.
    pub(super) copies: Vec<(usize, usize)>,
    /// Places with nothing to judge.
    pub(super) missing: Vec<usize>,
    pub(super) counts: Counts,
    pub(super) notes: Vec<String>,
}

/// What is on the disk for one submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// Its verdict, to the last letter.
    Whole,
    /// Its verdict; but the student is called otherwise now, or has handed in other files that are not taken.
    Renamed,
    Nothing,
}

/// Looks at every verdict of the chosen submissions.
///
/// # Errors
/// Where one cannot be read, or a newer version has written it.
pub(super) fn plan(store: &Store, frozen: &Frozen, options: &Options<'_>) -> Result<Todo> {
    let plan = &frozen.plan;
    let mut todo = Todo::default();
    // By the first place with the same key.
    let mut firsts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut alike: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, planned) in plan.submissions.iter().enumerate() {
        let belongs = options.partition.is_none_or(|part| part.has(&planned.key));
        if planned.source.is_some() {
            let first = *firsts.entry(&planned.key).or_insert(place);
            alike.entry(first).or_default().push(place);
        } else if belongs && frozen.chosen.contains(&place) {
            todo.missing.push(place);
        }
        if belongs && !frozen.chosen.contains(&place) && is_renamed(store, plan, planned)? {
            todo.copies.push((place, place));
        }
    }
    for (first, places) in alike {
        let key = &plan.submissions[first].key;
        if options.partition.is_none_or(|part| part.has(key)) {
            todo.add_unit(store, frozen, first, &places, options.force)?;
        }
    }
    todo.counts.units = todo.units.len();
    for place in &todo.missing {
        let count = match plan.submissions[*place].absence {
            Absence::Missing => &mut todo.counts.missing,
            Absence::NothingTaken => &mut todo.counts.untaken,
            Absence::Unread => &mut todo.counts.unread,
        };
        *count += 1;
    }
    Ok(todo)
}

/// Is it a verdict of a judge on this very work?
fn judges(stored: &Verdict, planned: &Planned) -> bool {
    stored.key == planned.key && stored.state == State::Graded
}

/// Is there a verdict of a judge on this very work?
///
/// # Errors
/// Where it cannot be read, or a newer version has written it.
pub(super) fn is_judged(store: &Store, planned: &Planned) -> Result<bool> {
    Ok(match verdict::read(store.folder(), planned)? {
        Stored::Good(stored) => judges(&stored, planned),
        _ => false,
    })
}

/// Is there a verdict on this work that calls the student otherwise? Whoever is not judged in this run is called as all the others: the grades
/// take names and addresses from the verdicts.
fn is_renamed(store: &Store, plan: &Plan, planned: &Planned) -> Result<bool> {
    Ok(match verdict::read(store.folder(), planned)? {
        Stored::Good(stored) => {
            stored.key == planned.key && plan.student(&planned.student) != Some(&stored.student)
        }
        _ => false,
    })
}

impl Todo {
    fn add_unit(
        &mut self,
        store: &Store,
        frozen: &Frozen,
        first: usize,
        places: &[usize],
        force: bool,
    ) -> Result<()> {
        let mut wanted = Vec::new();
        let mut donor = None;
        for place in places {
            let found = if force {
                Found::Nothing
            } else {
                self.look(store, &frozen.plan, *place)?
            };
            if found != Found::Nothing {
                donor = donor.or(Some(*place));
            }
            let is_chosen = frozen.chosen.contains(place);
            match found {
                _ if !is_chosen => {}
                Found::Whole => self.counts.kept += 1,
                // Its own judgement, written anew.
                Found::Renamed => {
                    self.counts.kept += 1;
                    self.copies.push((*place, *place));
                }
                Found::Nothing => wanted.push(*place),
            }
        }
        match donor {
            _ if wanted.is_empty() => {}
            Some(donor) => {
                self.counts.copied += wanted.len();
                self.copies
                    .extend(wanted.into_iter().map(|place| (place, donor)));
            }
            None => self.units.push(Unit { first, wanted }),
        }
        Ok(())
    }

    fn look(&mut self, store: &Store, plan: &Plan, place: usize) -> Result<Found> {
        let planned = &plan.submissions[place];
        let stored = match verdict::read(store.folder(), planned)? {
            Stored::Good(verdict) => verdict,
            Stored::Absent => return Ok(Found::Nothing),
            Stored::Damaged(why) => {
                self.notes.push(format!(
                    "the verdict on {} of {:?} was damaged ({why}) and is made again",
                    planned.lesson, planned.student
                ));
                return Ok(Found::Nothing);
            }
        };
        if !judges(&stored, planned) {
            return Ok(Found::Nothing);
        }
        let is_whole = plan.student(&planned.student) == Some(&stored.student)
            && (&stored.ignored, stored.ignored_more) == (&planned.ignored, planned.ignored_more);
        Ok(if is_whole {
            Found::Whole
        } else {
            Found::Renamed
        })
    }
}
