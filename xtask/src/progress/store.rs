//! The file `.loopback/progress.json`: read, written in one step, and never lost. The one before it is kept beside it.

use super::Progress;
use super::SCHEMA;
use crate::workspace;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use std::fs;
use std::fs::File;
use std::io;
use std::path::Path;
use std::path::PathBuf;

/// The format before this one. Its checks are outcomes without sources of their own.
const OLD_SCHEMA: &str = "loopback/progress/1";

/// What was found, and what is to be said about it.
pub(super) struct Found {
    pub(super) progress: Progress,
    pub(super) warning: Option<anyhow::Error>,
}

/// What is remembered: nothing where there is no file yet, and what the file before it said where it is damaged.
pub(super) fn load() -> Found {
    let error = match read(&path()) {
        Ok(progress) => {
            return Found {
                progress,
                warning: None,
            };
        }
        Err(error) => error,
    };
    let (progress, instead) = match read(&backup()) {
        Ok(progress) => (progress, "the one before it is taken instead"),
        Err(_) => (Progress::default(), "progress is counted anew"),
    };
    let warning = error.context(format!(
        "your progress file cannot be used, and {instead}; the next check keeps it as {}",
        damaged().display()
    ));
    Found {
        progress,
        warning: Some(warning),
    }
}

/// Changes what is remembered. Two commands at the same time do so one after the other.
///
/// # Errors
/// Where the file cannot be written.
pub(super) fn update(change: impl FnOnce(&mut Progress)) -> Result<()> {
    let folder = path().parent().map(Path::to_owned).unwrap_or_default();
    fs::create_dir_all(&folder)
        .with_context(|| format!("failed to make the folder {}", folder.display()))?;
    let lock = File::create(folder.join("lock")).context("failed to make .loopback/lock")?;
    // Where a file system knows no locks, two commands at once may forget what one of them found: less than not saving at all.
    let _ = lock.lock();
    let Found {
        mut progress,
        warning,
    } = load();
    if warning.is_some() {
        fs::rename(path(), damaged()).context("failed to set the damaged progress aside")?;
    }
    change(&mut progress);
    save(&progress)
}

/// Written beside the file and renamed, so that a crash leaves the old one or the new one.
fn save(progress: &Progress) -> Result<()> {
    let path = path();
    let next = path.with_extension(format!("json.{}", std::process::id()));
    let text = serde_json::to_string_pretty(progress).context("failed to describe the progress")?;
    let mut result = fs::write(&next, text + "\n");
    if path.exists() {
        // A copy, so that there is a file at every moment.
        result = result.and_then(|()| fs::copy(&path, backup()).map(drop));
    }
    result
        .and_then(|()| fs::rename(&next, &path))
        .with_context(|| format!("failed to save your progress to {}", path.display()))
}

fn read(path: &Path) -> Result<Progress> {
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Progress::default()),
        text => text.with_context(|| format!("failed to read {}", path.display()))?,
    };
    let mut progress: Progress =
        serde_json::from_str(&text).with_context(|| format!("{} is damaged", path.display()))?;
    match progress.schema.as_str() {
        SCHEMA => {}
        OLD_SCHEMA => progress.schema = SCHEMA.to_owned(),
        other => bail!(
            "{} is of another version of the course ({other})",
            path.display()
        ),
    }
    Ok(progress)
}

pub(super) fn folder() -> PathBuf {
    workspace::root().join(".loopback")
}

fn path() -> PathBuf {
    folder().join("progress.json")
}

fn backup() -> PathBuf {
    folder().join("progress.before.json")
}

fn damaged() -> PathBuf {
    folder().join("progress.json.damaged")
}
