//! Programs that need not be compiled again: most students leave some skeletons as they are, and hand in the others one by one.
//!
//! What the compiler makes of a program is a function of the files that it reads. Those are the program's own and the shared ones of its
//! `src/`, and never another program's, which the compiler's own list of files proves each time.

use super::job::package;
use super::take::take;
use super::take::take_text;
use super::words;
use anyhow::Context;
use anyhow::Result;
use classroom::ProgramBuild;
use grader::Lesson;
use sha2::Digest;
use sha2::Sha256;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::VecDeque;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;

/// Bytes of the compiler's list of files that are looked at.
const LONGEST_LIST: u64 = 1024 * 1024;

/// The executables of a run, by what they were made from. Used by all workers at the same time.
#[derive(Debug)]
pub(crate) struct Kept {
    folder: PathBuf,
    /// What every executable depends on: the compiler, the dependencies, our manifests.
    fingerprint: String,
    most: u64,
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// The oldest first.
    keys: VecDeque<(String, u64)>,
    bytes: u64,
}

impl Drop for Kept {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Kept {
    /// Bytes of executables that are enough for a class: some hundred of them.
    pub(crate) const BYTES: u64 = 512 * 1024 * 1024;

    /// Keeps executables of at most `most` bytes together in this folder, which is emptied first, and removed at the end. No student's
    /// program may be able to write to it.
    ///
    /// # Errors
    /// Where the folder cannot be made.
    pub(crate) fn open(folder: &Path, fingerprint: &str, most: u64) -> Result<Kept> {
        if folder.exists() {
            fs::remove_dir_all(folder)
                .with_context(|| format!("failed to empty {}", folder.display()))?;
        }
        fs::create_dir_all(folder)
            .with_context(|| format!("failed to make {}", folder.display()))?;
        Ok(Kept {
            folder: folder.to_owned(),
            fingerprint: fingerprint.to_owned(),
            most,
            known: Mutex::default(),
        })
    }

    /// Copies into `folder` the executables of those programs of the submission in `sources/src` that are kept.
    ///
    /// # Errors
    /// Where a file cannot be read or copied.
    pub(crate) fn begin<'a>(
        &'a self,
        lesson: &'static Lesson,
        sources: &Path,
        folder: &'a Path,
    ) -> Result<Begun<'a>> {
        let mut begun = Begun {
            kept: self,
            lesson,
            folder,
            keys: BTreeMap::new(),
            had: BTreeSet::new(),
        };
        for program in lesson.programs {
            let Some(key) = self.key(lesson, program, sources)? else {
                continue;
            };
            if self.fetch(&key, &folder.join(program))? {
                begun.had.insert(program);
            }
            begun.keys.insert(program, key);
        }
        Ok(begun)
    }

    /// Names everything that a program of the submission in `sources/src` is made from; `None` where the program is missing, or
    /// nobody can tell.
    ///
    /// # Errors
    /// Where a file cannot be read.
    fn key(&self, lesson: &Lesson, program: &str, sources: &Path) -> Result<Option<String>> {
        let root = sources.join("src");
        if !sources.join(words::source(program)).is_file() {
            return Ok(None);
        }
        let mut files = Vec::new();
        list(&root, &mut files)?;
        files.sort();
        let mut hasher = Sha256::new();
        let mut add = |bytes: &[u8]| {
            hasher.update((bytes.len() as u64).to_le_bytes());
            hasher.update(bytes);
        };
        add(self.fingerprint.as_bytes());
        add(lesson.name.as_bytes());
        add(program.as_bytes());
        for file in files {
            let name = file
                .strip_prefix(sources)
                .unwrap_or(&file)
                .to_string_lossy()
                .into_owned();
            add(name.as_bytes());
            if !is_another(lesson, program, &name) {
                let content = fs::read(&file)
                    .with_context(|| format!("failed to read {}", file.display()))?;
                if may_read_secretly(&content) {
                    return Ok(None);
                }
                add(&content);
            }
        }
        Ok(Some(
            hasher
                .finalize()
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        ))
    }

    /// Copies the executable with this key to `to`, if it is kept. Says whether it was.
    ///
    /// # Errors
    /// Where the copy cannot be made.
    fn fetch(&self, key: &str, to: &Path) -> Result<bool> {
        let is_known = |known: &Known| known.keys.iter().any(|(other, _)| other == key);
        if !self.known.lock().is_ok_and(|known| is_known(&known)) {
            return Ok(false);
        }
        match fs::copy(self.folder.join(key), to) {
            Ok(_) => Ok(true),
            // It was the oldest one, and has just made room.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error).with_context(|| format!("failed to copy to {}", to.display())),
        }
    }

    /// Keeps the `executable` that was taken out of a job's folder `out`, unless another program's file had a part in it.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    fn keep(
        &self,
        key: &str,
        lesson: &Lesson,
        program: &str,
        out: &Path,
        executable: &Path,
    ) -> Result<()> {
        if !is_its_own(lesson, program, out) {
            return Ok(());
        }
        let Ok(mut known) = self.known.lock() else {
            return Ok(());
        };
        if known.keys.iter().any(|(other, _)| other == key) {
            return Ok(());
        }
        let bytes = executable
            .metadata()
            .context("failed to look at an executable")?
            .len();
        while known.bytes + bytes > self.most {
            let Some((oldest, bytes)) = known.keys.pop_front() else {
                return Ok(());
            };
            known.bytes -= bytes;
            fs::remove_file(self.folder.join(oldest))
                .context("failed to remove a kept executable")?;
        }
        fs::copy(executable, self.folder.join(key)).context("failed to keep an executable")?;
        known.keys.push_back((key.to_owned(), bytes));
        known.bytes += bytes;
        Ok(())
    }
}

/// A submission of which some programs need not be compiled.
#[derive(Debug)]
pub(crate) struct Begun<'a> {
    kept: &'a Kept,
    lesson: &'static Lesson,
    folder: &'a Path,
    keys: BTreeMap<&'static str, String>,
    had: BTreeSet<&'static str>,
}

impl Begun<'_> {
    /// The programs that are left to compile: the `programs` of the job. Where there are none, no job is needed.
    pub(crate) fn left(&self) -> Vec<String> {
        let programs = self.lesson.programs.iter();
        let left = programs.filter(|name| !self.had.contains(**name));
        left.map(|name| (*name).to_owned()).collect()
    }

    /// Takes what a job has made of those from its folder `out`, and answers for all programs of the lesson.
    ///
    /// # Errors
    /// Where an executable cannot be kept.
    pub(crate) fn finish(self, out: &Path, builds: Vec<ProgramBuild>) -> Result<Vec<ProgramBuild>> {
        let mut all = Vec::new();
        for program in self.lesson.programs {
            let build = builds.iter().find(|build| build.name == *program);
            all.push(match build {
                _ if self.had.contains(program) => words::compiled(program),
                None => words::failed(program, "it was not compiled".to_owned(), String::new()),
                Some(build) if build.ok => match take(out, program, self.folder)? {
                    Err(reason) => words::failed(program, reason, String::new()),
                    Ok(executable) => {
                        if let Some(key) = self.keys.get(program) {
                            self.kept
                                .keep(key, self.lesson, program, out, &executable)?;
                        }
                        build.clone()
                    }
                },
                Some(build) => build.clone(),
            });
        }
        Ok(all)
    }
}

/// May the assembler or the linker read files for this source? They tell nobody which. Whatever is not sure is compiled each time.
fn may_read_secretly(source: &[u8]) -> bool {
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let mut words = source.split(|byte| !is_letter(byte));
    words.any(|word| word == b"link" || word.windows(3).any(|part| part == b"asm"))
}

/// Is this the source of one of the lesson's other programs?
fn is_another(lesson: &Lesson, program: &str, file: &str) -> bool {
    let mut others = lesson.programs.iter().filter(|name| **name != program);
    others.any(|name| words::source(name) == file)
}

/// Has the compiler read files of the submission only, and none of another program? Where its list is missing or odd, nobody knows.
fn is_its_own(lesson: &Lesson, program: &str, out: &Path) -> bool {
    let lists = [words::list(lesson.name), words::list(program)];
    let package = package(lesson.name);
    let mut has_own = false;
    for (place, name) in lists.iter().enumerate() {
        let Ok(text) = take_text(&out.join(name), LONGEST_LIST) else {
            // Only a library may be absent.
            if place == 0 && !out.join(name).exists() {
                continue;
            }
            return false;
        };
        // Each file has a line of its own that ends with a colon, after those of what is made.
        let files = text.lines().filter_map(|line| line.strip_suffix(':'));
        for file in files {
            let Ok(file) = Path::new(file).strip_prefix(&package) else {
                return false;
            };
            let name = file.to_string_lossy();
            // The compiler writes a path as the program does: `src/bin/./greeter.rs` is no other file than `src/bin/greeter.rs`.
            let is_plain = name.starts_with("src/")
                && name.split('/').all(|part| !matches!(part, "" | "." | ".."));
            if !is_plain || is_another(lesson, program, &name) {
                return false;
            }
            has_own |= *name == words::source(program);
        }
    }
    has_own
}

/// The regular files of a folder and of those in it.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("failed to read {}", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("failed to read {}", folder.display()))?;
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => list(&entry.path(), files)?,
            _ => files.push(entry.path()),
        }
    }
    Ok(())
}
