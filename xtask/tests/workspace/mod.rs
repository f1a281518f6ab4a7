//! A copy of the workspace for one test, so that no test depends on how far somebody's exercises are, or edits them.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// A folder of one test's own, removed at its end.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder can be made");
        Folder(path)
    }

    /// A copy of the workspace, in which lesson 2's exercise is solved, but for the greeter, whose file is `greeter`.
    pub(crate) fn workspace(name: &str, greeter: &str) -> Folder {
        let folder = Folder::new(name);
        for part in [
            "Cargo.toml",
            "Cargo.lock",
            "crates",
            "exercises",
            "solutions",
            "xtask",
        ] {
            copy(&repository().join(part), &folder.0.join(part));
        }
        copy(
            &repository().join("solutions/lesson2-echo/src/bin"),
            &folder.0.join("exercises/lesson2-echo/src/bin"),
        );
        fs::write(folder.greeter(), greeter).expect("a program can be written");
        folder
    }

    /// The greeter's file.
    pub(crate) fn greeter(&self) -> PathBuf {
        self.0.join("exercises/lesson2-echo/src/bin/greeter.rs")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is in the workspace")
        .to_owned()
}

/// The text of the solution's greeter.
pub(crate) fn solved_greeter() -> String {
    let path = repository().join("solutions/lesson2-echo/src/bin/greeter.rs");
    fs::read_to_string(path).expect("the solution can be read")
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder can be made");
        for entry in fs::read_dir(from).expect("a folder can be read") {
            let name = entry.expect("an entry can be read").file_name();
            copy(&from.join(&name), &to.join(&name));
        }
    } else {
        fs::copy(from, to).expect("a file can be copied");
    }
}
