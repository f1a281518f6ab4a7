//! `report`: grades and feedback once more from the verdicts that are there, and `merge`: from those of several machines.

use crate::DONE;
use crate::OUR_FAULT;
use crate::messages;
use crate::outputs;
use anyhow::Result;
use anyhow::bail;
use classroom::Plan;
use classroom::exports;
use classroom::exports::Level;
use classroom::merge::Merged;
use classroom::store;
use classroom::store::Store;
use std::path::PathBuf;

/// Write grades.csv and the feedback once more from the verdicts, without grading.
#[derive(clap::Args)]
pub(crate) struct ReportArguments {
    /// The folder that `grade` wrote into.
    #[arg(value_name = "DIR", default_value = "grades")]
    folder: PathBuf,
    /// How much a failure tells a student: names, hints or everything. Without it as in the last run.
    #[arg(long, value_name = "LEVEL")]
    feedback: Option<Level>,
}

/// Put the parts of a class together that several machines have graded.
#[derive(clap::Args)]
pub(crate) struct MergeArguments {
    /// The folders that `grade --partition K/N` wrote into.
    #[arg(value_name = "DIR", required = true)]
    folders: Vec<PathBuf>,
    /// Where the whole goes.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// How much a failure tells a student: names, hints or everything. Without it as in the parts.
    #[arg(long, value_name = "LEVEL")]
    feedback: Option<Level>,
}

/// # Errors
/// Where there is no plan, or files cannot be read or written.
pub(crate) fn main(arguments: &ReportArguments) -> Result<u8> {
    let folder = &arguments.folder;
    let Some(plan) = Plan::read(folder)? else {
        bail!(
            "{} holds no plan.json: name the folder that `cargo xtask grade` wrote into (--out)",
            folder.display()
        );
    };
    // A run that is at work there would write over it, and knows nothing of a new level.
    let _store = Store::open(folder)?;
    let level = exports::level_of(folder, arguments.feedback)?;
    let outputs = outputs::write(folder, &plan, level)?;
    messages::reported(&outputs, folder)?;
    Ok(if outputs.without.is_empty() {
        DONE
    } else {
        OUR_FAULT
    })
}

/// # Errors
/// Where the plans differ, or files cannot be read or written.
pub(crate) fn merge(arguments: &MergeArguments) -> Result<u8> {
    match classroom::merge(&arguments.folders, &arguments.out)? {
        Merged::Whole {
            plan,
            mut notes,
            store,
        } => {
            let (folders, out) = (&arguments.folders, &arguments.out);
            let (level, note) = exports::level_of_parts(folders, out, arguments.feedback)?;
            notes.extend(note);
            messages::notes(&notes);
            // What each part has noted about submissions and roster is about the class.
            let mut all = store::read_notes(folders)?;
            store::add_notes(&mut all, notes);
            store::write_notes(out, &all)?;
            let outputs = outputs::write(out, &plan, level)?;
            messages::reported(&outputs, out)?;
            messages::noted(all.len(), out)?;
            drop(store);
            Ok(DONE)
        }
        Merged::Not(obstacles) => {
            let lines: Vec<String> = obstacles.iter().map(ToString::to_string).collect();
            messages::obstacles(&lines)?;
            Ok(OUR_FAULT)
        }
    }
}
