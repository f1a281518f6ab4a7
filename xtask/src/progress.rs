//! What the student has passed so far, kept in `.loopback/progress.json`: readable, outside `target/`, ignored by git.

use crate::workspace;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use grader::Lesson;
use grader::LessonReport;
use grader::Outcome;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

const SCHEMA: &str = "loopback/progress/1";

/// Everything that is remembered.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Progress {
    schema: String,
    /// By the full names of lesson and program.
    lessons: BTreeMap<String, BTreeMap<String, ProgramProgress>>,
}

/// How far one program is.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct ProgramProgress {
    /// A hash of the sources at the last check.
    sources: String,
    /// The last outcome of each check that was run.
    checks: BTreeMap<String, Outcome>,
}

/// What `list` says of a program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) passed: usize,
    pub(crate) points: u32,
    /// Have the sources changed since the last check?
    pub(crate) edited: bool,
}

impl Default for Progress {
    fn default() -> Progress {
        Progress {
            schema: SCHEMA.to_owned(),
            lessons: BTreeMap::new(),
        }
    }
}

impl Progress {
    /// What is remembered; nothing where there is no file yet.
    ///
    /// # Errors
    /// Where the file cannot be read or understood. It is left as it is.
    pub(crate) fn load() -> Result<Progress> {
        let path = path();
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Progress::default()),
            text => text.with_context(|| format!("failed to read {}", path.display()))?,
        };
        match serde_json::from_str::<Progress>(&text) {
            Ok(progress) if progress.schema == SCHEMA => Ok(progress),
            _ => bail!(
                "{} is damaged; the next check of a lesson writes it anew and keeps this one beside it",
                path.display()
            ),
        }
    }

    /// How far a program is.
    pub(crate) fn standing(&self, lesson: &Lesson, program: &str) -> Standing {
        let Some(known) = self
            .lessons
            .get(lesson.name)
            .and_then(|programs| programs.get(program))
        else {
            return Standing::default();
        };
        let passed = lesson
            .checks()
            .filter(|check| check.program == program)
            .filter(|check| known.checks.get(check.name) == Some(&Outcome::Passed));
        let (count, points) = passed.fold((0, 0), |(count, points), check| {
            (count + 1, points + check.points)
        });
        Standing {
            passed: count,
            points,
            edited: known.sources != hash_sources(lesson.name, program),
        }
    }
}

/// A hash of each program's sources, at one moment.
pub(crate) struct Sources(BTreeMap<&'static str, String>);

impl Sources {
    /// As they are now.
    pub(crate) fn read(lesson: &Lesson) -> Sources {
        let hashes = lesson
            .programs
            .iter()
            .map(|name| (*name, hash_sources(lesson.name, name)));
        Sources(hashes.collect())
    }
}

/// Remembers what a check of the student's own programs found; `sources` is what they were built from.
///
/// # Errors
/// Where the file cannot be written. A damaged one is kept under another name.
pub(crate) fn record(report: &LessonReport, lesson: &Lesson, sources: &Sources) -> Result<()> {
    let mut progress = match Progress::load() {
        Ok(progress) => progress,
        Err(_) => {
            fs::rename(path(), path().with_extension("json.damaged"))
                .context("failed to set the damaged progress aside")?;
            Progress::default()
        }
    };
    let programs = progress.lessons.entry(report.lesson.clone()).or_default();
    for name in lesson.programs {
        let mut checks = report
            .checks
            .iter()
            .filter(|check| check.program == *name)
            .peekable();
        if checks.peek().is_none() {
            continue;
        }
        let sources = sources.0.get(*name).cloned().unwrap_or_default();
        let program = programs.entry((*name).to_owned()).or_default();
        if program.sources != sources {
            // What other checks said of other sources is not known of these.
            *program = ProgramProgress {
                sources,
                checks: BTreeMap::new(),
            };
        }
        program
            .checks
            .extend(checks.map(|check| (check.name.clone(), check.outcome)));
    }
    save(&progress)
}

/// Written beside the file and renamed, so that a crash leaves the old one or the new one.
fn save(progress: &Progress) -> Result<()> {
    let path = path();
    let folder = path.parent().unwrap_or(Path::new("."));
    let next = path.with_extension(format!("json.{}", std::process::id()));
    let text = serde_json::to_string_pretty(progress).context("failed to describe the progress")?;
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&next, text + "\n"))
        .and_then(|()| fs::rename(&next, &path))
        .with_context(|| format!("failed to save your progress to {}", path.display()))
}

fn path() -> PathBuf {
    workspace::root().join(".loopback").join("progress.json")
}

/// A number that changes with the program's own file or anything that the lesson's programs share.
fn hash_sources(lesson: &str, program: &str) -> String {
    let source = workspace::root()
        .join(workspace::folder(lesson, false))
        .join("src");
    let mut files = Vec::new();
    collect(&source, &mut files);
    files.sort();
    let own = source.join("bin").join(format!("{program}.rs"));
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for file in files
        .iter()
        .filter(|file| **file == own || !is_other_program(file, &source))
    {
        let name = file.to_string_lossy().into_owned().into_bytes();
        let text = fs::read(file).unwrap_or_default();
        for byte in name.iter().chain(&text) {
            // FNV-1a: stable over versions of Rust, and nobody gains by a collision here.
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

fn is_other_program(file: &Path, source: &Path) -> bool {
    file.parent() == Some(&source.join("bin"))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => collect(&entry.path(), files),
            Ok(kind) if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
}
