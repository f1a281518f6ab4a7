//! The folder that a submission is compiled in: our manifests around the student's files.

use super::job::package;
use anyhow::Context;
use anyhow::Result;
use std::fs;
use std::path::Path;

/// Fills the folder `workspace`, which may not exist yet, with the template and, in the place of its lesson's sources, the files below
/// `sources/src`: every path in a message is the one that a student sees.
///
/// # Errors
/// Where a file cannot be read or written. `sources` is ours, and holds regular files only.
pub(crate) fn stage(template: &Path, lesson: &str, sources: &Path, workspace: &Path) -> Result<()> {
    copy_folder(template, workspace)?;
    let own = workspace.join(package(lesson)).join("src");
    fs::remove_dir_all(&own).with_context(|| format!("failed to remove {}", own.display()))?;
    let sources = sources.join("src");
    if sources.exists() {
        copy_folder(&sources, &own)?;
    }
    Ok(())
}

/// Copies the regular files of a folder and of those in it: the contents only, neither dates nor rights.
///
/// # Errors
/// Where a file cannot be read or written.
pub(super) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("failed to make {}", to.display()))?;
    let entries =
        fs::read_dir(from).with_context(|| format!("failed to read {}", from.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("failed to read {}", from.display()))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        let kind = entry
            .file_type()
            .with_context(|| format!("failed to look at {}", source.display()))?;
        if kind.is_dir() {
            copy_folder(&source, &target)?;
        } else if kind.is_file() {
            let bytes = fs::read(&source)
                .with_context(|| format!("failed to read {}", source.display()))?;
            fs::write(&target, bytes)
                .with_context(|| format!("failed to write {}", target.display()))?;
        }
    }
    Ok(())
}
