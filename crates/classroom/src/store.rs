//! The folder that a run writes into: who may use it, and how a file gets there so that nothing can be lost.
//!
//! A file is written beside its place, brought to the disk, and renamed: whoever is killed in the middle leaves the file before it, or none.

use crate::student::file_name;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use serde::Deserialize;
use std::fs::File;
use std::fs::TryLockError;
use std::io;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

/// What a run leaves at the top of its folder.
const OURS: [&str; 11] = [
    LOCK,
    SCRATCH,
    "sources",
    "verdicts",
    "feedback",
    "grades.csv",
    NOTES,
    "partition",
    LEVEL,
    UNFINISHED,
    "plan.json",
];
/// What the instructor was told about the hand-ins.
const NOTES: &str = "notes.txt";
/// What a run said when it froze its plan, until it comes to its end: whoever goes on with that plan has nothing to compare it with.
const UNFINISHED: &str = "unfinished";
/// How much the feedback in it tells.
pub(crate) const LEVEL: &str = "feedback-level";
const LOCK: &str = "lock";
const SCRATCH: &str = "scratch";
/// Of a lock, so much is read.
const LONGEST_LOCK: u64 = 200;

/// A folder for results that nobody else writes into until this is dropped.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    /// Locked by the system, which gives it back however this process ends.
    _lock: File,
}

impl Store {
    /// Creates the folder where it is missing, locks it, and empties its `scratch/`.
    ///
    /// # Errors
    /// Where somebody else is at work in it, where it is somebody's own folder (it holds files, and none of them is a `plan.json`), and
    /// where it cannot be written.
    pub fn open(folder: &Path) -> Result<Store> {
        create_folder(folder)?;
        refuse_foreign(folder)?;
        let lock = lock(folder)?;
        let store = Store {
            folder: folder.to_owned(),
            _lock: lock,
        };
        let scratch = store.scratch();
        match std::fs::remove_dir_all(&scratch) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error)
                    .with_context(|| format!("failed to empty {}", scratch.display()));
            }
            _ => {}
        }
        create_folder(&scratch)?;
        Ok(store)
    }

    /// Where everything is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A folder for what nobody needs after the run. Empty when the store is opened.
    pub fn scratch(&self) -> PathBuf {
        self.folder.join(SCRATCH)
    }
}

/// Removes a folder that was opened and never written into; one with anything in it stays.
pub(crate) fn remove_empty(folder: &Path) {
    let results = std::fs::read_dir(folder).is_ok_and(|mut entries| {
        entries.any(|entry| {
            entry.is_ok_and(|entry| {
                ![LOCK, SCRATCH]
                    .iter()
                    .any(|ours| entry.file_name() == *ours)
            })
        })
    });
    if !results {
        // Nothing is lost with it, and nothing is wrong where it stays.
        let _ = std::fs::remove_dir(folder.join(SCRATCH));
        let _ = std::fs::remove_file(folder.join(LOCK));
        let _ = std::fs::remove_dir(folder);
    }
}

/// Where a student's verdict on a lesson is.
pub fn verdict_path(folder: &Path, student: &str, lesson: &str) -> PathBuf {
    let name = format!("{}.json", file_name(lesson));
    folder.join("verdicts").join(file_name(student)).join(name)
}

/// Where the taken files with this hash are, in a folder called `src`.
pub(crate) fn sources_path(folder: &Path, source: &str) -> PathBuf {
    folder.join("sources").join(source)
}

/// Writes what the instructor should know into `notes.txt`, a line each, in the place of what an earlier run has left there; where there is nothing,
/// there is no file. Whatever else than a line a note holds is escaped.
///
/// # Errors
/// Where the system refuses.
pub fn write_notes(folder: &Path, notes: &[String]) -> Result<()> {
    write_lines(&folder.join(NOTES), notes)
}

/// Keeps what a run has to say about its plan until [`finished`], for the run that goes on with it.
pub(crate) fn write_unfinished(folder: &Path, notes: &[String]) -> Result<()> {
    write_lines(&folder.join(UNFINISHED), notes)
}

/// What the run before had to say about its plan, if it has not come to its end.
pub(crate) fn read_unfinished(folder: &Path) -> Result<Vec<String>> {
    read_lines(&folder.join(UNFINISHED))
}

/// A run has come to its end, and everything that it had to say is written.
///
/// # Errors
/// Where the system refuses.
pub fn finished(folder: &Path) -> Result<()> {
    write_unfinished(folder, &[])
}

fn write_lines(path: &Path, notes: &[String]) -> Result<()> {
    if notes.is_empty() {
        return match std::fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(error).with_context(|| format!("failed to remove {}", path.display()))
            }
            _ => Ok(()),
        };
    }
    let mut text = String::new();
    for note in notes {
        for letter in note.chars() {
            if letter.is_control() {
                text.extend(letter.escape_unicode());
            } else {
                text.push(letter);
            }
        }
        text.push('\n');
    }
    write_durably(path, text.as_bytes())
}

fn read_lines(path: &Path) -> Result<Vec<String>> {
    match std::fs::read(path) {
        Ok(text) => Ok(String::from_utf8_lossy(&text)
            .lines()
            .map(str::to_owned)
            .collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error).with_context(|| format!("failed to read {}", path.display())),
    }
}

/// What is in `notes.txt` of these folders, line by line, and no line twice.
///
/// # Errors
/// Where there is one that cannot be read.
pub fn read_notes(folders: &[PathBuf]) -> Result<Vec<String>> {
    let mut notes = Vec::new();
    for folder in folders {
        add_notes(&mut notes, read_lines(&folder.join(NOTES))?);
    }
    Ok(notes)
}

/// Adds those notes that are not there yet.
pub fn add_notes(notes: &mut Vec<String>, more: impl IntoIterator<Item = String>) {
    for note in more {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
}

/// Writes a file as a whole: whatever happens meanwhile, it holds what it held before, or all of `bytes`; and once this has returned, not
/// even a power failure takes it back. Creates the folders above it.
///
/// # Errors
/// Where the system refuses. What was there is still there.
pub fn write_durably(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().context("a file is in a folder")?;
    create_folder(folder)?;
    let name = path.file_name().context("a file has a name")?;
    // Under the lock there is one writer for each file. What a killed one has left is written over.
    let beside = folder.join(beside(&name.to_string_lossy()));
    let written = write_beside(&beside, bytes)
        .and_then(|()| std::fs::rename(&beside, path))
        .and_then(|()| sync_folder(folder));
    if written.is_err() {
        // A full disk is fuller with it.
        let _ = std::fs::remove_file(&beside);
    }
    written.with_context(|| format!("failed to write {}", path.display()))
}

/// Where a file is written before it gets its name.
fn beside(name: &str) -> String {
    format!(".{name}.tmp")
}

fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Creates a folder and those above it, so that none of them is lost with a power failure.
pub(crate) fn create_folder(folder: &Path) -> Result<()> {
    let failed = || format!("failed to create the folder {}", folder.display());
    if folder.is_dir() {
        return Ok(());
    }
    let parent = match folder.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    create_folder(parent)?;
    match std::fs::create_dir(folder) {
        // Two workers at the same student.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) => Err(error).with_context(failed),
        Ok(()) => sync_folder(parent).with_context(failed),
    }
}

/// Brings the names in a folder to the disk.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        // Elsewhere a folder cannot be opened, and the system sees to it.
        Ok(())
    }
}

/// A stored file, as far as it can be used.
#[derive(Debug)]
pub(crate) enum Stored<T> {
    Absent,
    /// It is there, and is no such file; the words say why.
    Damaged(String),
    Good(T),
}

/// Reads a file of ours with this schema.
///
/// # Errors
/// Where it cannot be read at all, and where a newer version has written it.
pub(crate) fn read<T: for<'a> Deserialize<'a>>(path: &Path, schema: &str) -> Result<Stored<T>> {
    #[derive(Deserialize)]
    struct Schema {
        schema: String,
    }
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Stored::Absent),
        Err(error) => {
            return Err(error).with_context(|| format!("failed to read {}", path.display()));
        }
    };
    let found = match serde_json::from_slice::<Schema>(&bytes) {
        Ok(found) => found.schema,
        Err(error) => return Ok(Stored::Damaged(error.to_string())),
    };
    if is_newer(&found, schema) {
        bail!(
            "{} was written by a newer version of this program ({found}); use that one, or another folder",
            path.display()
        );
    }
    if found != schema {
        return Ok(Stored::Damaged(format!(
            "its schema is {found:?}, not {schema}"
        )));
    }
    Ok(match serde_json::from_slice(&bytes) {
        Ok(value) => Stored::Good(value),
        Err(error) => Stored::Damaged(error.to_string()),
    })
}

/// `loopback/plan/2` where we write `loopback/plan/1`.
fn is_newer(found: &str, ours: &str) -> bool {
    let split = |schema: &str| -> Option<(String, u64)> {
        let (name, version) = schema.rsplit_once('/')?;
        Some((name.to_owned(), version.parse().ok()?))
    };
    match (split(found), split(ours)) {
        (Some((found, newer)), Some((ours, version))) => found == ours && newer > version,
        _ => false,
    }
}

/// Somebody who mistypes `--out` must not find a class's results among their own files.
fn refuse_foreign(folder: &Path) -> Result<()> {
    if folder.join("plan.json").is_file() {
        return Ok(());
    }
    let failed = || format!("failed to look into {}", folder.display());
    for entry in std::fs::read_dir(folder).with_context(failed)? {
        let name = entry.with_context(failed)?.file_name();
        let is_ours = |ours: &&str| name == **ours || name == *beside(ours);
        if !OURS.iter().any(is_ours) {
            bail!(
                "{} holds other files ({}) and no plan.json; name a folder that is empty or does not exist",
                folder.display(),
                name.to_string_lossy().escape_debug()
            );
        }
    }
    Ok(())
}

/// Locks a folder for one run.
fn lock(folder: &Path) -> Result<File> {
    let path = folder.join(LOCK);
    let failed = || format!("failed to lock {}", path.display());
    let mut options = File::options();
    let mut file = options
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path)
        .with_context(failed)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(held(folder, &mut file)),
        Err(TryLockError::Error(error)) => return Err(error).with_context(failed),
    }
    file.set_len(0)
        .and_then(|()| writeln!(file, "process {}", std::process::id()))
        .with_context(failed)?;
    Ok(file)
}

/// Keeps a folder as it is while its results are read: `None` where nobody has ever run in it, or it cannot be locked.
///
/// # Errors
/// Where a run is at work in it.
pub(crate) fn lock_shared(folder: &Path) -> Result<Option<File>> {
    let Ok(mut file) = File::open(folder.join(LOCK)) else {
        return Ok(None);
    };
    match file.try_lock_shared() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(held(folder, &mut file)),
        // A file system without locks: nobody can be told from nobody.
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

fn held(folder: &Path, lock: &mut File) -> anyhow::Error {
    let mut owner = String::new();
    let read = lock.take(LONGEST_LOCK).read_to_string(&mut owner);
    let owner = match owner.trim() {
        text if read.is_ok() && text.starts_with("process ") => text.escape_debug().to_string(),
        _ => "another process".to_owned(),
    };
    anyhow::anyhow!(
        "{owner} is at work in {}; wait for its end, or name another folder",
        folder.display()
    )
}
