//! The words of `reset`: what it will do, what it has done, and how to get one's own files back.

use super::print;
use crate::catalogue;
use crate::reset::Plan;
use crate::workspace;
use anyhow::Result;
use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::path::PathBuf;

pub(crate) const HELP_END: &str = "\
Examples:
  cargo xtask reset lesson2                     every file of lesson 2
  cargo xtask reset lesson2 greeter             the greeter's file, and no other

Your own files are copied to .loopback/backups/ first. Files that you have added stay.
Exit status: 0 it is as the skeleton, or you did not want it, 2 wrong usage or a fault that is not yours.";

/// What will happen, and whether that is wanted; on stderr, where a person sees it wherever stdout leads.
pub(crate) fn ask(plan: &Plan, backup: &Path) {
    let mut text = String::new();
    for line in lines(plan, false) {
        let _ = writeln!(text, "  {line}");
    }
    let backup = if plan.kept().is_empty() {
        String::new()
    } else {
        format!(" (your files go to {})", backup.display())
    };
    let what = plan.words();
    let _ = write!(text, "type yes to restore the skeleton of {what}{backup}: ");
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// For whoever did not type yes. `at_end` is whether they ended the input instead of the line.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn unchanged(at_end: bool) -> Result<()> {
    let begin = if at_end { "\n" } else { "" };
    print(&format!(
        "{begin}nothing has been changed; only the whole word yes does it\n"
    ))
}

/// What was done, and how to undo it.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn done(plan: &Plan, backup: Option<&Path>) -> Result<()> {
    let mut text = String::new();
    for line in lines(plan, true) {
        let _ = writeln!(text, "{line}");
    }
    match backup {
        Some(backup) => {
            let _ = writeln!(text, "\n{}", way_back(plan, backup));
        }
        None => text.push_str("\nYou had none of these files, so there is no backup.\n"),
    }
    let _ = writeln!(text, "Begin again with: cargo xtask check {}", plan.words());
    print(&text)
}

/// A line for each file that the plan speaks of, before or after it was carried out.
fn lines(plan: &Plan, is_done: bool) -> Vec<String> {
    let name = |file: &Path| plan.exercise().join(file).display().to_string();
    let state = |is_missing: bool| match (is_done, is_missing) {
        (true, _) => "is the skeleton again",
        (false, true) => "is missing",
        (false, false) => "differs from the skeleton",
    };
    let mut lines = Vec::new();
    for change in &plan.restored {
        lines.push(format!(
            "{} {}",
            name(&change.file),
            state(change.is_missing)
        ));
    }
    for file in &plan.moved {
        let words = "is the same program to cargo, and moves into the backup";
        lines.push(format!("{} {words}", name(file)));
    }
    for file in &plan.surplus {
        lines.push(format!("{} is your own file and stays", name(file)));
    }
    let short = catalogue::short(plan.lesson);
    for file in &plan.shared {
        let words = "differs from the skeleton, but is shared by the programs and stays";
        let reset = format!("`cargo xtask reset {short}` restores it");
        lines.push(format!("{} {words}; {reset}", name(file)));
    }
    lines
}

/// Where the student's files are, and the command that brings them back.
fn way_back(plan: &Plan, backup: &Path) -> String {
    let (from, to) = (from_here(backup), from_here(&plan.exercise()));
    // The pattern stays outside of any quotes. This line means the same to a Unix shell and to PowerShell.
    let command = format!("cp -R {}/* {}", quoted(&from), quoted(&to));
    format!(
        "Your files are in {}. This brings them back:\n  {command}",
        backup.display()
    )
}

/// A path from the root, as it can be used in the current folder.
fn from_here(path: &Path) -> PathBuf {
    let root = workspace::root();
    let is_here = std::env::current_dir().is_ok_and(|here| here == root);
    if is_here {
        path.to_owned()
    } else {
        root.join(path)
    }
}

fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    shlex::try_quote(&path).map_or(path.clone(), Cow::into_owned)
}

/// For where the files could not all be written; the cause follows.
pub(crate) fn failed(plan: &Plan, backup: Option<&Path>) -> String {
    let words = format!("not all of {} is restored", plan.words());
    match backup {
        Some(backup) => format!("{words}\n{}\nThe cause", way_back(plan, backup)),
        None => words,
    }
}

/// For where everything is as in the skeleton.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn nothing(plan: &Plan) -> Result<()> {
    let mut text = format!(
        "{} is as in its skeleton: there is nothing to reset\n",
        plan.words()
    );
    for line in lines(plan, true) {
        let _ = writeln!(text, "{line}");
    }
    print(&text)
}
