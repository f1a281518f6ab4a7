//! The workspace that submissions are compiled in: our manifests and our lock file around the exercises as we hand them out.

use super::job::package;
use super::stage::copy_folder;
use anyhow::Context;
use anyhow::Result;
use grader::Lesson;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// What a template is made from.
pub(super) struct Source<'a> {
    /// The folder of our own workspace.
    pub(super) root: &'a Path,
    pub(super) lessons: &'a [&'static Lesson],
}

impl Source<'_> {
    /// The exercise that no student edits.
    fn skeleton(&self, lesson: &Lesson) -> PathBuf {
        self.root.join("crates").join(lesson.name).join("skeleton")
    }

    /// Everything that a template is made from, as bytes to tell one from another.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub(super) fn contents(&self) -> Result<Vec<u8>> {
        let mut contents = Vec::new();
        for name in ["Cargo.toml", "Cargo.lock"] {
            contents.extend(read(&self.root.join(name))?);
        }
        for lesson in self.lessons {
            contents.extend(lesson.name.bytes());
            let folder = self.skeleton(lesson);
            contents.extend(read(&folder.join("Cargo.toml"))?);
            for program in lesson.programs {
                contents.extend(program.bytes());
            }
            contents.push(u8::from(folder.join("src").join("lib.rs").exists()));
        }
        Ok(contents)
    }

    /// Writes the template into `folder`, in the place of what is there. A lesson without a library gets an empty one, so that the recipe for
    /// one is known.
    ///
    /// # Errors
    /// Where a file cannot be read or written.
    pub(super) fn write(&self, folder: &Path) -> Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder)
                .with_context(|| format!("failed to remove {}", folder.display()))?;
        }
        for lesson in self.lessons {
            let from = self.skeleton(lesson);
            let to = folder.join(package(lesson.name));
            copy_folder(&from, &to)?;
            let library = to.join("src").join("lib.rs");
            if !library.exists() {
                write(&library, b"")?;
            }
        }
        let manifest = read(&self.root.join("Cargo.toml"))?;
        let manifest = String::from_utf8(manifest).context("our Cargo.toml is not UTF-8")?;
        write(
            &folder.join("Cargo.toml"),
            with_members(&manifest).as_bytes(),
        )?;
        write(
            &folder.join("Cargo.lock"),
            &read(&self.root.join("Cargo.lock"))?,
        )
    }
}

/// Our manifest, with the exercises as its only members. The rest stays: versions, features, profiles and lints.
fn with_members(manifest: &str) -> String {
    let is_kept = |line: &&str| !line.starts_with("default-members");
    let lines = manifest.lines().filter(is_kept).map(|line| {
        if line.starts_with("members") {
            "members = [\"exercises/*\"]"
        } else {
            line
        }
    });
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("failed to read {}", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).with_context(|| format!("failed to write {}", file.display()))
}
