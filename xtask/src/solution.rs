//! `cargo xtask solution`: the solution beside the student's own work, for whoever has passed, and why it is as it is.

use crate::FALLS_SHORT;
use crate::PASSED;
use crate::catalogue;
use crate::messages;
use crate::progress::Progress;
use crate::progress::Sources;
use crate::progress::Standing;
use crate::sources;
use crate::workspace;
use anyhow::Context;
use anyhow::Result;
use grader::Lesson;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// How the paragraph begins in which a solution says why it is as it is. One file of each solution has it.
const WHY: &str = "//! Why like this:";

/// Show the solution beside your own files, once they pass.
#[derive(clap::Args)]
#[command(after_help = messages::solution::HELP_END)]
pub(crate) struct Arguments {
    /// The lesson: 2, lesson2 or lesson2-echo; or a program's name alone.
    lesson: String,
    /// Only this program, and what the lesson's programs share.
    program: Option<String>,
    /// Show it although something does not pass yet.
    #[arg(long)]
    anyway: bool,
}

/// One source file, as the student and the solution have it; one of them may not.
pub(crate) struct Pair {
    pub(crate) own: Option<Side>,
    pub(crate) solved: Option<Side>,
}

/// A file that is compared.
pub(crate) struct Side {
    /// From the root.
    pub(crate) path: PathBuf,
    pub(crate) text: String,
}

impl Side {
    fn read(path: &PathBuf, lesson: &Lesson) -> Result<Side> {
        let bytes = fs::read(workspace::root().join(path))
            .with_context(|| format!("failed to read {}", path.display()))?;
        // How an editor ends its lines is no difference, and neither is the solution's own name for what its programs share.
        let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
        let shared = lesson.name.replace('-', "_");
        Ok(Side {
            path: path.clone(),
            text: text.replace(&format!("{shared}_solution::"), &format!("{shared}::")),
        })
    }
}

/// # Errors
/// Wrong usage, and files that cannot be read.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let (lesson, program) =
        catalogue::lesson_or_program(&arguments.lesson, arguments.program.as_deref())?;
    if !arguments.anyway {
        let standings = standings(lesson, program);
        if !standings.iter().all(|(_, standing)| standing.is_done()) {
            messages::solution::waits(lesson, program, &standings)?;
            return Ok(FALLS_SHORT);
        }
    }
    let pairs = pairs(lesson, program)?;
    messages::solution::shown(&pairs, reason(lesson, program)?.as_deref())?;
    Ok(PASSED)
}

/// How far the programs are that must pass: all of the lesson's, or the one that was asked for.
fn standings(lesson: &Lesson, program: Option<&str>) -> Vec<(&'static str, Standing)> {
    let (progress, sources) = (Progress::load(), Sources::read(lesson));
    let asked = lesson.programs.iter().copied();
    let asked = asked.filter(|name| program.is_none_or(|program| program == *name));
    let standing = |name| progress.standing(lesson, &sources, |check| check.program == name);
    asked.map(|name| (name, standing(name))).collect()
}

/// The files to compare: those of the programs in the lesson's order, then what they share.
fn pairs(lesson: &Lesson, program: Option<&str>) -> Result<Vec<Pair>> {
    let (own, solved) = (sides(lesson, false)?, sides(lesson, true)?);
    let files: BTreeSet<&PathBuf> = own.keys().chain(solved.keys()).collect();
    let mut files: Vec<(usize, &PathBuf)> = files
        .into_iter()
        .filter_map(|file| {
            let Some(owner) = sources::owner(file, lesson) else {
                return Some((lesson.programs.len(), file));
            };
            let place = lesson.programs.iter().position(|name| *name == owner)?;
            program
                .is_none_or(|program| program == owner)
                .then_some((place, file))
        })
        .collect();
    files.sort();
    let read = |path| Side::read(path, lesson);
    let pair = |(_, file)| {
        Ok(Pair {
            own: own.get(file).map(read).transpose()?,
            solved: solved.get(file).map(read).transpose()?,
        })
    };
    files.into_iter().map(pair).collect()
}

/// Where the student's files or the solution's are, by what they are compared as.
fn sides(lesson: &Lesson, solution: bool) -> Result<BTreeMap<PathBuf, PathBuf>> {
    let folder = workspace::folder(lesson.name, solution);
    let files = sources::files(&workspace::root().join(&folder), "src")?;
    let sources = files
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| end == "rs"));
    let side = |file: PathBuf| {
        // A program may have a folder of its own, too: cargo takes `greeter/main.rs` for `greeter.rs`.
        let twin_of = |name: &&str| file == sources::twin(name);
        let program = sources::owner(&file, lesson).filter(twin_of);
        (
            program.map_or(file.clone(), sources::own),
            folder.join(file),
        )
    };
    Ok(sources.map(side).collect())
}

/// The paragraph of the lesson's solution that says why it is as it is.
/// Why the solution is as it is. For one program only where it is about that one: it would give another one's answer away.
fn reason(lesson: &Lesson, program: Option<&str>) -> Result<Option<String>> {
    let own = program.map(|name| format!("{name}.rs"));
    let is_about = |file: &Path| match &own {
        Some(own) => file.file_name().is_some_and(|name| name == own.as_str()),
        None => true,
    };
    let mut found = reasons(lesson)?.into_iter();
    Ok(found.find(|(file, _)| is_about(file)).map(|(_, text)| text))
}

fn reasons(lesson: &Lesson) -> Result<Vec<(PathBuf, String)>> {
    let folder = workspace::root().join(workspace::folder(lesson.name, true));
    let mut found = Vec::new();
    for file in sources::files(&folder, "src")? {
        let path = folder.join(&file);
        let text = fs::read_to_string(&path)
            .with_context(|| format!("failed to read {}", path.display()))?;
        found.extend(paragraph(&text).map(|text| (file, text)));
    }
    Ok(found)
}

/// The words behind [`WHY`], up to an empty line of the comment or its end.
fn paragraph(text: &str) -> Option<String> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with(WHY));
    let first = lines.next()?.strip_prefix(WHY)?.trim();
    let words = |line: &'_ str| line.strip_prefix("//!").map(|line| line.trim().to_owned());
    let rest = lines.map_while(words).take_while(|line| !line.is_empty());
    let all: Vec<String> = std::iter::once(first.to_owned()).chain(rest).collect();
    Some(all.join(" ").trim().to_owned())
}

/// What an author has to mend: each solution says once why it is as it is.
///
/// # Errors
/// Where a file cannot be read.
pub(crate) fn check_reason(lesson: &Lesson) -> Result<Vec<String>> {
    let number = reasons(lesson)?
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .count();
    if number == 1 {
        return Ok(Vec::new());
    }
    let folder = workspace::folder(lesson.name, true);
    Ok(vec![format!(
        "{}: {number} of its files have a paragraph that begins with `{WHY}`, not 1",
        folder.display()
    )])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(paragraph(text).as_deref(), expected);
    }

    #[test]
    fn the_reason_is_one_paragraph_of_the_comment() {
        check("//! A server.\n\nfn main() {}\n", None);
        check("// Why like this: no inner comment.\n", None);
        let text =
            "//! A server.\n//!\n//! Why like this: one thread\n//! is enough.\n//!\n//! More.\n";
        check(text, Some("one thread is enough."));
        check(
            "//! Why like this:\n//! it ends with the block.\n\nuse std::io;\n//! Not this.\n",
            Some("it ends with the block."),
        );
    }
}
