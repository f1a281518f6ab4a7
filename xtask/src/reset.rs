//! `cargo xtask reset`: gives a lesson or one of its programs its skeleton back. What the student had made of it is copied to
//! `.loopback/backups/` before anything is written.

use crate::PASSED;
use crate::catalogue;
use crate::date;
use crate::messages;
use crate::sources;
use crate::workspace;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use grader::Lesson;
use std::fs;
use std::io;
use std::io::IsTerminal;
use std::path::Path;
use std::path::PathBuf;

/// Give a lesson or a program its skeleton back; your own files are kept in a backup.
#[derive(clap::Args)]
#[command(after_help = messages::reset::HELP_END)]
pub(crate) struct Arguments {
    /// The lesson: 2, lesson2 or lesson2-echo; or a program's name alone.
    lesson: String,
    /// Only this program's own file.
    program: Option<String>,
    /// Do not ask.
    #[arg(long)]
    yes: bool,
}

/// What a reset does, decided before it does anything.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) lesson: &'static str,
    pub(crate) program: Option<&'static str>,
    /// The course's folder.
    root: PathBuf,
    /// What differs from the skeleton. These paths and the others are from the exercise's folder.
    pub(crate) restored: Vec<Change>,
    /// What stands in the way of a restored file, and moves into the backup.
    pub(crate) moved: Vec<PathBuf>,
    /// What the skeleton does not have: it stays, and gets a copy.
    pub(crate) surplus: Vec<PathBuf>,
    /// What the lesson's programs share and what differs, too, where a single program is reset: it stays as it is.
    pub(crate) shared: Vec<PathBuf>,
}

/// A file that gets the skeleton's text.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) file: PathBuf,
    /// Does the student have no such file?
    pub(crate) is_missing: bool,
    text: Vec<u8>,
}

/// # Errors
/// Wrong usage, and files that cannot be read or written. Whatever fails, the student's files are where they were or in the backup.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let (lesson, program) =
        catalogue::lesson_or_program(&arguments.lesson, arguments.program.as_deref())?;
    let plan = Plan::make(workspace::root(), lesson, program)?;
    if plan.is_nothing() {
        messages::reset::nothing(&plan)?;
        return Ok(PASSED);
    }
    let name = format!("{}-{}", date::now(), lesson.name);
    if !arguments.yes && !is_confirmed(&plan, &name)? {
        return Ok(PASSED);
    }
    let backup = plan.keep(&name)?;
    plan.restore()
        .with_context(|| messages::reset::failed(&plan, backup.as_deref()))?;
    messages::reset::done(&plan, backup.as_deref())?;
    Ok(PASSED)
}

fn is_confirmed(plan: &Plan, backup: &str) -> Result<bool> {
    if !io::stdin().is_terminal() {
        bail!(
            "stdin is not a terminal, so nobody can be asked; `cargo xtask reset {} --yes` does not ask",
            plan.words()
        );
    }
    messages::reset::ask(plan, &backups().join(backup));
    let mut answer = String::new();
    io::stdin()
        .read_line(&mut answer)
        .context("failed to read the answer")?;
    let is_confirmed = answer.trim() == "yes";
    if !is_confirmed {
        messages::reset::unchanged(answer.is_empty())?;
    }
    Ok(is_confirmed)
}

/// The folder of all backups, from the root.
fn backups() -> PathBuf {
    Path::new(".loopback").join("backups")
}

impl Plan {
    fn make(root: PathBuf, lesson: &Lesson, program: Option<&'static str>) -> Result<Plan> {
        let mut plan = Plan {
            lesson: lesson.name,
            program,
            root,
            restored: Vec::new(),
            moved: Vec::new(),
            surplus: Vec::new(),
            shared: Vec::new(),
        };
        let skeleton = sources::skeleton(lesson.name);
        let pristine = sources::tracked(&plan.root.join(&skeleton))?;
        for file in &pristine {
            let owner = sources::owner(file, lesson);
            if program.is_some() && owner.is_some() && owner != program {
                continue;
            }
            plan.compare(&skeleton, file, owner)?;
        }
        if program.is_none() {
            let own = sources::files(&plan.root.join(plan.exercise()), "src")?;
            plan.surplus = own.difference(&pristine).cloned().collect();
            plan.surplus.retain(|file| !plan.moved.contains(file));
        }
        Ok(plan)
    }

    /// Takes one file of the skeleton into the plan.
    fn compare(&mut self, skeleton: &Path, file: &Path, owner: Option<&str>) -> Result<()> {
        let path = skeleton.join(file);
        let text = fs::read(self.root.join(&path))
            .with_context(|| format!("failed to read {}", path.display()))?;
        let own = self.read(file)?;
        if own.as_ref() != Some(&text) {
            if self.program.is_some() && owner.is_none() {
                self.shared.push(file.to_owned());
            } else {
                self.restored.push(Change {
                    file: file.to_owned(),
                    is_missing: own.is_none(),
                    text,
                });
            }
        }
        if let Some(twin) = owner.map(sources::twin)
            && self.read(&twin)?.is_some()
        {
            self.moved.push(twin);
        }
        Ok(())
    }

    /// The student's file; none where there is none.
    ///
    /// # Errors
    /// Where a symbolic link leads to it: what is behind may be anywhere, and is not ours to change.
    fn read(&self, file: &Path) -> Result<Option<Vec<u8>>> {
        let file = self.exercise().join(file);
        let mut path = PathBuf::new();
        for part in file.components() {
            path.push(part);
            match fs::symlink_metadata(self.root.join(&path)) {
                Ok(found) if found.is_symlink() => bail!(
                    "{} is a symbolic link, and reset changes nothing outside of its own folder; take the link away (what \
                     it points to stays) and run this again",
                    path.display()
                ),
                Ok(found) if found.is_dir() && path == file => bail!(
                    "{} is a folder where the skeleton has a file; move it away and run this again",
                    path.display()
                ),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                Err(error) => {
                    return Err(error)
                        .with_context(|| format!("failed to look at {}", path.display()));
                }
            }
        }
        let text = fs::read(self.root.join(&file))
            .with_context(|| format!("failed to read {}", file.display()))?;
        Ok(Some(text))
    }

    /// The lesson's folder, from the root.
    pub(crate) fn exercise(&self) -> PathBuf {
        workspace::folder(self.lesson, false)
    }

    /// What is reset, as people type it.
    pub(crate) fn words(&self) -> String {
        let short = catalogue::short(self.lesson);
        self.program
            .map_or_else(|| short.to_owned(), |program| format!("{short} {program}"))
    }

    /// What goes into the backup, as far as it is there now.
    pub(crate) fn kept(&self) -> Vec<&PathBuf> {
        let exercise = self.root.join(self.exercise());
        let changing = self.restored.iter().map(|change| &change.file);
        let all = changing.chain(&self.moved).chain(&self.surplus);
        all.filter(|file| exercise.join(file).exists()).collect()
    }

    fn is_nothing(&self) -> bool {
        self.restored.is_empty() && self.moved.is_empty()
    }

    /// Copies everything that will change, and what the skeleton does not have, into a new folder of this name, which it
    /// returns, from the root; none where there is nothing to keep.
    ///
    /// # Errors
    /// Where that fails. Nothing has been changed then.
    fn keep(&self, name: &str) -> Result<Option<PathBuf>> {
        let exercise = self.root.join(self.exercise());
        let files = self.kept();
        if files.is_empty() {
            return Ok(None);
        }
        let backup = self
            .new_folder(name)
            .context("failed to make a folder for the backup; nothing has been changed")?;
        for file in files {
            let copy = self.root.join(&backup).join(file);
            let folder = copy.parent().unwrap_or(&copy);
            fs::create_dir_all(folder)
                .and_then(|()| fs::copy(exercise.join(file), &copy))
                .with_context(|| {
                    format!(
                        "failed to copy {} to {}; nothing has been changed",
                        file.display(),
                        backup.display()
                    )
                })?;
        }
        Ok(Some(backup))
    }

    /// A folder that nobody has used before: two resets may come within a second.
    fn new_folder(&self, name: &str) -> io::Result<PathBuf> {
        fs::create_dir_all(self.root.join(backups()))?;
        let mut number = 1;
        loop {
            let end = if number == 1 {
                String::new()
            } else {
                format!("-{number}")
            };
            let folder = backups().join(format!("{name}{end}"));
            match fs::create_dir(self.root.join(&folder)) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
                made => return made.map(|()| folder),
            }
        }
    }

    /// Writes the skeleton's files. Each is written anew and not copied, so that it is younger than the last build.
    fn restore(&self) -> Result<()> {
        let exercise = self.root.join(self.exercise());
        for file in &self.moved {
            fs::remove_file(exercise.join(file))
                .with_context(|| format!("failed to remove {}", file.display()))?;
        }
        for Change { file, text, .. } in &self.restored {
            write(&exercise.join(file), text).with_context(|| {
                format!("failed to write {}", self.exercise().join(file).display())
            })?;
        }
        Ok(())
    }
}

/// Written beside the file and renamed, so that there is the old one or the new one, whatever happens.
fn write(path: &Path, text: &[u8]) -> io::Result<()> {
    let mut next = path.as_os_str().to_owned();
    next.push(format!(".{}", std::process::id()));
    let next = PathBuf::from(next);
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    let written = fs::write(&next, text).and_then(|()| fs::rename(&next, path));
    if written.is_err() {
        let _ = fs::remove_file(&next);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of one test's own, removed at its end.
    struct Folder(PathBuf);

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_failure_half_way_loses_nothing_and_older_backups_stay() {
        let folder = std::env::temp_dir().join(format!("reset-{}", std::process::id()));
        let folder = Folder(folder);
        let lesson = catalogue::find("3").unwrap();
        let root = &folder.0;
        let (own, skeleton) = (
            root.join(workspace::folder(lesson.name, false)),
            root.join(sources::skeleton(lesson.name)),
        );
        for name in [
            "Cargo.toml",
            "src/bin/sum-client.rs",
            "src/bin/sum-server.rs",
        ] {
            for (base, text) in [(&skeleton, "skeleton"), (&own, "mine")] {
                fs::create_dir_all(base.join("src/bin")).unwrap();
                fs::write(base.join(name), text).unwrap();
            }
        }
        let plan = Plan::make(root.clone(), lesson, None).unwrap();
        let backup = plan.keep("now").unwrap().unwrap();
        assert_ne!(plan.keep("now").unwrap().unwrap(), backup);
        // Nothing can be renamed over a folder.
        let server = own.join("src/bin/sum-server.rs");
        fs::remove_file(&server).unwrap();
        fs::create_dir_all(server.join("full")).unwrap();
        let error = plan.restore().unwrap_err().to_string();
        assert!(error.ends_with("src/bin/sum-server.rs"), "{error}");
        let text = |path: PathBuf| fs::read_to_string(path).unwrap();
        assert_eq!(text(own.join("src/bin/sum-client.rs")), "skeleton");
        for Change { file, .. } in &plan.restored {
            assert_eq!(text(root.join(&backup).join(file)), "mine");
        }
        assert_eq!(plan.restored.len(), 3);
        assert_eq!(fs::read_dir(own.join("src/bin")).unwrap().count(), 2);
    }
}
