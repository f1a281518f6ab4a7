//! `cargo xtask replay`: runs a check that failed last time once more, with the same random numbers and everything shown.

use crate::PASSED;
use crate::check;
use crate::messages;
use crate::progress;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use grader::LessonReport;
use grader::Outcome;
use serde::Deserialize;
use serde::Serialize;
use std::fs;
use std::path::PathBuf;

/// Run the check that failed first last time once more, with the same seed, and show all of it.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Another one of those that failed: its name or a part of it.
    check: Option<String>,
}

/// What the last run of checks has left to be run again, in `.loopback/last.json`.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Last {
    /// Did it judge the solutions?
    solution: bool,
    /// The programs from elsewhere that it judged.
    programs: Vec<String>,
    failures: Vec<Failed>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Failed {
    lesson: String,
    check: String,
    seed: u64,
}

/// # Errors
/// Wrong usage, and what is not the student's fault.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let last = load()?;
    let wanted = arguments.check.as_deref().unwrap_or_default();
    let exact = |failed: &&Failed| failed.check == wanted;
    let part = |failed: &&Failed| failed.check.contains(wanted);
    let found = last
        .failures
        .iter()
        .find(exact)
        .or_else(|| last.failures.iter().find(part));
    let Some(failed) = found else {
        if last.failures.is_empty() {
            messages::nothing_to_replay()?;
            return Ok(PASSED);
        }
        let names: Vec<&str> = last
            .failures
            .iter()
            .map(|failed| failed.check.as_str())
            .collect();
        bail!(
            "{wanted} is not among the checks that failed last time: {}",
            names.join(", ")
        );
    };
    check::main(&check::Arguments {
        lesson: Some(failed.lesson.clone()),
        checks: vec![failed.check.clone()],
        solution: last.solution,
        program: last.programs.clone(),
        seed: Some(failed.seed),
        patience: 1,
        repeat: 1,
        verbose: true,
        ..check::Arguments::default()
    })
}

/// Keeps what failed, for the next `replay`.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn remember<'a>(
    reports: impl Iterator<Item = &'a LessonReport>,
    solution: bool,
    programs: &[String],
) -> Result<()> {
    let mut last = Last {
        solution,
        programs: programs.to_vec(),
        failures: Vec::new(),
    };
    for report in reports {
        let failed = report
            .checks
            .iter()
            .filter(|check| check.outcome.is_failure() || check.outcome == Outcome::Broken);
        last.failures.extend(failed.map(|check| Failed {
            lesson: report.lesson.clone(),
            check: check.name.clone(),
            seed: check.seed,
        }));
    }
    let path = path();
    let next = path.with_extension(format!("json.{}", std::process::id()));
    let text = serde_json::to_string_pretty(&last).context("failed to describe what failed")?;
    // Renamed into place: two commands at once leave one of the two, and never half of one.
    fs::create_dir_all(progress::folder())
        .and_then(|()| fs::write(&next, text + "\n"))
        .and_then(|()| fs::rename(&next, &path))
        .with_context(|| format!("failed to write {}", path.display()))
}

fn load() -> Result<Last> {
    let path = path();
    match fs::read_to_string(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Last::default()),
        text => {
            let text = text.with_context(|| format!("failed to read {}", path.display()))?;
            serde_json::from_str(&text).with_context(|| {
                format!(
                    "{} is damaged; the next `cargo xtask check` writes it anew",
                    path.display()
                )
            })
        }
    }
}

fn path() -> PathBuf {
    progress::folder().join("last.json")
}
