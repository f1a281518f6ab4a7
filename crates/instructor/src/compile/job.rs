//! What is to be compiled, how, and within which limits.

use super::recipe::LessonRecipe;
use serde::Deserialize;
use serde::Serialize;
use std::path::Path;
use std::path::PathBuf;

/// How submissions are compiled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Build {
    /// By calling the compiler directly, or through cargo where that cannot be prepared.
    #[default]
    Auto,
    /// By calling the compiler directly.
    Rustc,
    /// Through cargo.
    Cargo,
}

/// One submission to compile. All paths are those of the cell that the job runs in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct CompileJob {
    /// The lesson's full name: `lesson2-echo`.
    pub(crate) lesson: String,
    /// The lesson's programs, in its order.
    pub(crate) programs: Vec<String>,
    /// A folder of this job's own with `exercises/LESSON/src/…`, as [`super::stage()`] makes it. Nothing is written there.
    pub(crate) workspace: PathBuf,
    /// An empty folder for the executables, and for the compiler's temporary files.
    pub(crate) out: PathBuf,
    pub(crate) method: Method,
    /// Where cargo has put the compiled dependencies.
    pub(crate) dependencies: PathBuf,
    /// Seconds for all programs together.
    pub(crate) seconds: u64,
    /// The variable `PATH` of the compiler, which looks for the linker there.
    pub(crate) path: String,
}

/// Who calls the compiler.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Method {
    /// We do, as cargo did for the template.
    Rustc(LessonRecipe),
    /// Cargo does.
    Cargo {
        cargo: PathBuf,
        /// Cargo's own folder, with the sources of the dependencies.
        home: PathBuf,
        /// A target folder that nobody else uses at the same time, with the dependencies in it.
        target: PathBuf,
        /// Where the compiler's own files are.
        sysroot: PathBuf,
        /// What the dependencies were compiled with.
        flags: Vec<String>,
    },
}

impl CompileJob {
    /// Seconds that are enough for every honest submission, many times over.
    pub(crate) const SECONDS: u64 = 60;
    /// Bytes of compiler messages that are kept of one submission.
    pub(crate) const DIAGNOSTICS: usize = 64 * 1024;

    /// What was at `from` is at `to` where the job runs.
    pub(crate) fn relocate(&mut self, from: &Path, to: &Path) {
        let move_one = |path: &mut PathBuf| {
            if let Ok(rest) = path.strip_prefix(from) {
                // Nothing more is joined to the path of a file.
                *path = if rest == Path::new("") {
                    to.to_owned()
                } else {
                    to.join(rest)
                };
            }
        };
        move_one(&mut self.dependencies);
        match &mut self.method {
            Method::Rustc(recipe) => {
                move_one(&mut recipe.rustc);
                move_one(&mut recipe.sysroot);
            }
            Method::Cargo {
                cargo,
                home,
                target,
                sysroot,
                ..
            } => [cargo, home, target, sysroot]
                .into_iter()
                .for_each(move_one),
        }
    }

    /// The folder that cargo builds into, where it is cargo that compiles.
    pub(crate) fn target(&self) -> Option<&Path> {
        match &self.method {
            Method::Rustc(_) => None,
            Method::Cargo { target, .. } => Some(target),
        }
    }

    /// Is this file of the submission there? `path` begins at its package.
    pub(super) fn has(&self, path: &str) -> bool {
        self.package().join(path).is_file()
    }

    pub(super) fn package(&self) -> PathBuf {
        self.workspace.join(package(&self.lesson))
    }
}

/// Where a lesson's package is, in a student's workspace and in ours.
pub(super) fn package(lesson: &str) -> PathBuf {
    Path::new("exercises").join(lesson)
}
