//! How much a page of feedback tells, and the small file in which a folder with results keeps it.

use crate::store;
use anyhow::Context;
use anyhow::Result;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::str::FromStr;

/// How much a failure tells its student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The titles of the checks that fail.
    Names,
    /// Also the hint of each, and the command that shows it on the student's own machine.
    Hints,
    /// Also what was sent, expected and got: the whole conversation.
    Everything,
}

impl Level {
    /// All of them, from the least to the most.
    pub const ALL: [Level; 3] = [Level::Names, Level::Hints, Level::Everything];

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Level::Names => "names",
            Level::Hints => "hints",
            Level::Everything => "everything",
        }
    }
}

impl FromStr for Level {
    type Err = String;

    fn from_str(text: &str) -> Result<Level, String> {
        Level::ALL
            .into_iter()
            .find(|level| level.name() == text)
            .ok_or_else(|| format!("{text:?} is no level; say names, hints or everything"))
    }
}

/// The level of a folder with results: the one that is asked for, else the one of last time, else everything. It is that of next time, so that
/// no later run tells students more than somebody has decided.
///
/// # Errors
/// Where the folder holds no level that is known, or cannot be written.
pub fn level_of(dir: &Path, asked: Option<Level>) -> Result<Level> {
    let known = match asked {
        None => kept(dir)?,
        // Whatever is there, it does not count.
        Some(_) => kept(dir).unwrap_or_default(),
    };
    let level = asked.or(known).unwrap_or(Level::Everything);
    if known != Some(level) {
        let text = format!("{}\n", level.name());
        store::write_durably(&dir.join(store::LEVEL), text.as_bytes())?;
    }
    Ok(level)
}

/// The same of a folder that parts were merged into, which has theirs where it has none of its own. If they differ, it is the one that tells
/// least, and a sentence says so.
///
/// # Errors
/// As [`level_of`], for each of the folders.
pub fn level_of_parts(
    parts: &[PathBuf],
    out: &Path,
    asked: Option<Level>,
) -> Result<(Level, Option<String>)> {
    if asked.is_some() || kept(out)?.is_some() {
        return Ok((level_of(out, asked)?, None));
    }
    let mut found = Vec::new();
    for part in parts {
        found.extend(kept(part)?);
    }
    found.sort_unstable();
    found.dedup();
    let level = level_of(out, found.first().copied())?;
    let note = (found.len() > 1).then(|| {
        let names: Vec<&str> = found.iter().map(|level| level.name()).collect();
        format!(
            "the parts were graded with --feedback {}: {} is taken, and --feedback says otherwise",
            names.join(" and "),
            level.name()
        )
    });
    Ok((level, note))
}

fn kept(dir: &Path) -> Result<Option<Level>> {
    let path = dir.join(store::LEVEL);
    let failed = || format!("failed to read {}", path.display());
    match fs::read_to_string(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(failed),
        Ok(text) => {
            let level: Result<Level, String> = text.trim().parse();
            let level = level.map_err(anyhow::Error::msg);
            level.map(Some).with_context(failed).context(
                "nobody can tell how much the feedback may say; say it once more with --feedback",
            )
        }
    }
}
