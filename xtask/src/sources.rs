//! The source files of a lesson: the student's, the solution's, and the skeleton that a student began with. They mirror each
//! other, a file for each program in `src/bin/` and beside them what the programs share.

use crate::workspace;
use anyhow::Context;
use anyhow::Result;
use grader::Lesson;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

/// The folder of a lesson's pristine skeleton, from the root. No student edits it; `verify` keeps it equal to the exercise.
pub(crate) fn skeleton(lesson: &str) -> PathBuf {
    Path::new("crates").join(lesson).join("skeleton")
}

/// The file of a program, from its lesson's folder.
pub(crate) fn own(program: &str) -> PathBuf {
    Path::new("src/bin").join(format!("{program}.rs"))
}

/// The other place where cargo looks for a program. It refuses the whole workspace where both are there.
pub(crate) fn twin(program: &str) -> PathBuf {
    Path::new("src/bin").join(program).join("main.rs")
}

/// The program that a file belongs to; none for what the programs share.
pub(crate) fn owner(file: &Path, lesson: &Lesson) -> Option<&'static str> {
    let is_of =
        |name: &&str| file == own(name) || file.starts_with(Path::new("src/bin").join(name));
    lesson.programs.iter().copied().find(is_of)
}

/// All ordinary files below `folder/part`, from `folder`. Symbolic links are left out, whatever they point to.
///
/// # Errors
/// Where a folder cannot be read. One that is not there has no files.
pub(crate) fn files(folder: &Path, part: &str) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.join(part)];
    while let Some(next) = folders.pop() {
        let entries = match fs::read_dir(&next) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries.with_context(|| format!("failed to read {}", next.display()))?,
        };
        for entry in entries {
            let entry = entry.with_context(|| format!("failed to read {}", next.display()))?;
            let path = entry.path();
            let kind = entry
                .file_type()
                .with_context(|| format!("failed to look at {}", path.display()))?;
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() {
                found.insert(path.strip_prefix(folder).unwrap_or(&path).to_owned());
            }
        }
    }
    Ok(found)
}

/// What an author has to mend: where the skeleton is not what a student of a fresh copy finds in the exercise. `root` is the
/// course's folder.
///
/// # Errors
/// Where something cannot be read.
pub(crate) fn compare_skeleton(root: &Path, lesson: &Lesson) -> Result<Vec<String>> {
    let (exercise, skeleton) = (workspace::folder(lesson.name, false), skeleton(lesson.name));
    let expected = tracked(&root.join(&exercise))?;
    let mut all = tracked(&root.join(&skeleton))?;
    all.extend(expected.iter().cloned());
    let mut complaints = Vec::new();
    for file in all {
        let (from, to) = (exercise.join(&file), skeleton.join(&file));
        let copy = fs::read(root.join(&to)).ok();
        let (from, to) = (from.display(), to.display());
        if !expected.contains(&file) {
            complaints.push(format!("{to} is in no exercise: `rm {to}`"));
            continue;
        }
        let text = fs::read(root.join(exercise.join(&file)))
            .with_context(|| format!("failed to read {from}"))?;
        if copy != Some(text) {
            complaints.push(format!("{to} is no copy of the exercise: `cp {from} {to}`"));
        }
    }
    Ok(complaints)
}

/// The files that a skeleton consists of: what a student may have edited.
pub(crate) fn tracked(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = files(folder, "src")?;
    found.insert("Cargo.toml".into());
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    #[test]
    fn a_file_belongs_to_a_program_or_to_all() {
        let lesson = catalogue::find("3").unwrap();
        let check = |file: &str, expected| assert_eq!(owner(Path::new(file), lesson), expected);
        check("src/bin/sum-client.rs", Some("sum-client"));
        check("src/bin/sum-client/main.rs", Some("sum-client"));
        check("src/bin/mine.rs", None);
        check("src/sum.rs", None);
        check("Cargo.toml", None);
    }

    #[test]
    fn an_author_hears_where_the_skeleton_is_no_copy() {
        let root = std::env::temp_dir().join(format!("skeleton-{}", std::process::id()));
        let lesson = catalogue::find("3").unwrap();
        let exercise = root.join(workspace::folder(lesson.name, false));
        let kept = root.join(skeleton(lesson.name));
        for (folder, files) in [
            (
                &exercise,
                [("same", "a"), ("edited", "new"), ("added", "b")],
            ),
            (&kept, [("same", "a"), ("edited", "old"), ("removed", "c")]),
        ] {
            fs::create_dir_all(folder.join("src")).unwrap();
            fs::write(folder.join("Cargo.toml"), "").unwrap();
            for (name, text) in files {
                fs::write(folder.join("src").join(name), text).unwrap();
            }
        }
        let complaints = compare_skeleton(&root, lesson);
        let _ = fs::remove_dir_all(&root);
        let complaints = complaints.unwrap();
        assert_eq!(complaints.len(), 3, "{complaints:#?}");
        for (complaint, (file, command)) in
            complaints
                .iter()
                .zip([("added", "cp"), ("edited", "cp"), ("removed", "rm")])
        {
            let is_right = complaint.contains(file) && complaint.contains(&format!("`{command} "));
            assert!(is_right, "{complaints:#?}");
        }
    }
}
