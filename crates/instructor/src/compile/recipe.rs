//! How cargo calls the compiler, as data.

use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::path::PathBuf;

/// Stands in the arguments for the workspace's folder.
pub(super) const WORKSPACE: &str = "{workspace}";
/// Stands in the arguments for the folder of compiled dependencies.
pub(super) const DEPENDENCIES: &str = "{dependencies}";

/// How every program of every lesson is compiled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Recipe {
    /// Names everything that this recipe was made from.
    pub(super) fingerprint: String,
    /// By the lessons' full names.
    pub(super) lessons: BTreeMap<String, LessonRecipe>,
}

/// How the programs of one lesson are compiled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LessonRecipe {
    /// The compiler itself, not the wrapper that chooses one.
    pub(crate) rustc: PathBuf,
    /// Where the compiler's own files are.
    pub(crate) sysroot: PathBuf,
    /// What programs call the library that `src/lib.rs` makes.
    pub(super) library_name: String,
    /// `src/lib.rs`, which not every submission has.
    pub(super) library: Step,
    /// By the programs' names.
    pub(super) programs: BTreeMap<String, Step>,
}

/// One call of the compiler.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Step {
    pub(super) arguments: Vec<String>,
    /// What a source can read with `env!`, and nothing of this machine.
    pub(super) environment: BTreeMap<String, String>,
}

/// One call of the compiler, as the wrapper has written it down.
pub(super) struct Recorded {
    pub(super) rustc: PathBuf,
    pub(super) step: Step,
}

impl Step {
    /// The library's external crate, which a submission without a library does not have, left out.
    pub(super) fn without(&self, library: &str) -> Vec<String> {
        let mut kept = Vec::new();
        let mut arguments = self.arguments.iter();
        let names_it = |value: &String| value.split('=').next() == Some(library);
        while let Some(argument) = arguments.next() {
            match (argument.as_str(), arguments.as_slice().first()) {
                ("--extern", Some(value)) if names_it(value) => drop(arguments.next()),
                _ => kept.push(argument.clone()),
            }
        }
        kept
    }
}

impl LessonRecipe {
    /// The first compiled dependency that is not in this folder, if any: without it, nothing compiles, and no student is to blame.
    pub(super) fn lacks(&self, dependencies: &Path) -> Option<&str> {
        self.files().find(|name| !dependencies.join(name).is_file())
    }

    /// The files of compiled dependencies that the steps name, without their folder.
    fn files(&self) -> impl Iterator<Item = &str> {
        let steps = self.programs.values().chain([&self.library]);
        let arguments = steps.flat_map(|step| step.arguments.iter());
        let prefix = format!("{DEPENDENCIES}/");
        arguments.filter_map(move |argument| Some(argument.split_once(&prefix)?.1))
    }
}

impl Recipe {
    /// The recipe of an earlier run, where it was made from the same things and all its files are still there.
    pub(super) fn read(file: &Path, fingerprint: &str, dependencies: &Path) -> Option<Recipe> {
        let recipe: Recipe = serde_json::from_slice(&std::fs::read(file).ok()?).ok()?;
        let is_whole = recipe
            .lessons
            .values()
            .all(|lesson| lesson.rustc.is_file() && lesson.lacks(dependencies).is_none());
        (recipe.fingerprint == fingerprint && is_whole).then_some(recipe)
    }

    /// Keeps it for the next run.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(super) fn write(&self, file: &Path) -> io::Result<()> {
        let fresh = file.with_extension("new");
        std::fs::write(&fresh, serde_json::to_vec_pretty(self)?)?;
        std::fs::rename(fresh, file)
    }
}

/// What the wrapper has written down of one call: arguments, a mark, the environment, each ended by a zero byte. `None` where
/// it is not of that shape.
pub(super) fn parse(text: &[u8], workspace: &Path, dependencies: &Path) -> Option<Recorded> {
    let text = std::str::from_utf8(text).ok()?;
    let (workspace, dependencies) = (workspace.to_str()?, dependencies.to_str()?);
    let portable = |word: &str| {
        word.replace(dependencies, DEPENDENCIES)
            .replace(workspace, WORKSPACE)
    };
    let mut words = text.split_terminator('\0');
    let rustc = PathBuf::from(words.next()?);
    let arguments = words.by_ref().take_while(|word| *word != MARK);
    let arguments = kept(arguments.map(portable).collect())?;
    let environment: BTreeMap<String, String> = words
        .filter_map(|entry| entry.split_once('='))
        .filter(|(name, _)| name.starts_with("CARGO_PKG_") || NAMES.contains(name))
        .map(|(name, value)| (name.to_owned(), portable(value)))
        .collect();
    Some(Recorded {
        rustc,
        step: Step {
            arguments,
            environment,
        },
    })
}

/// Ends the arguments in the wrapper's notes.
const MARK: &str = "--- environment";

/// What cargo tells a source beside its package's fields.
const NAMES: [&str; 5] = [
    "CARGO_BIN_NAME",
    "CARGO_CRATE_NAME",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "CARGO_PRIMARY_PACKAGE",
];

/// Without what concerns cargo alone: where things go, in which form it wants its messages, what is kept for the next time.
fn kept(arguments: Vec<String>) -> Option<Vec<String>> {
    let mut kept = Vec::new();
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            // Anywhere else, the dependencies are not where we look for them either.
            "--out-dir" if arguments.next()? != DEPENDENCIES => return None,
            "--out-dir" => {}
            "-C" => {
                let value = arguments.next()?;
                let name = value.split('=').next().unwrap_or_default();
                if !matches!(name, "incremental" | "extra-filename" | "debuginfo") {
                    kept.extend([argument, value]);
                }
            }
            _ if [
                "--emit=",
                "--error-format=",
                "--json=",
                "--diagnostic-width=",
            ]
            .iter()
            .any(|prefix| argument.starts_with(prefix)) => {}
            _ => kept.push(argument),
        }
    }
    Some(kept)
}
