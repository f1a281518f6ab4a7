//! A copy of the workspace for one test, in which every exercise is its skeleton, whatever the student has made of it.
#![allow(
    dead_code,
    reason = "every test that includes this file uses another part of it"
)]

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// The file of lesson 2's first program.
pub(crate) const GREETER: &str = "exercises/lesson2-echo/src/bin/greeter.rs";

/// The copy. It is removed when the test ends.
pub(crate) struct Workspace(PathBuf, fs::File);

/// Copies share what cargo compiles, and with it the executables of the exercises: only one of them may be used at a time.
pub(crate) fn one_at_a_time() -> fs::File {
    let folder = repository().join("target/tests");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let file = fs::File::create(folder.join("in-use")).expect("a file can be made");
    file.lock().expect("a file can be locked");
    file
}

impl Workspace {
    pub(crate) fn new(name: &str) -> Workspace {
        let path = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        fs::create_dir(&path).expect("a folder can be made");
        let workspace = Workspace(path, one_at_a_time());
        for part in [
            "Cargo.toml",
            "Cargo.lock",
            "crates",
            "exercises",
            "solutions",
            "xtask",
        ] {
            copy(&repository().join(part), &workspace.path(part));
        }
        for lesson in fs::read_dir(workspace.path("exercises")).expect("a folder can be read") {
            let lesson = lesson.expect("an entry can be read").path();
            let name = lesson.file_name().expect("a lesson has a name");
            let _ = fs::remove_dir_all(lesson.join("src"));
            let skeleton = workspace.0.join("crates").join(name).join("skeleton");
            copy(&skeleton, &lesson);
        }
        workspace
    }

    /// The same with lesson 2 solved, but for the greeter, whose file is `greeter`.
    pub(crate) fn with_greeter(name: &str, greeter: &str) -> Workspace {
        let workspace = Workspace::new(name);
        copy(
            &workspace.path("solutions/lesson2-echo/src/bin"),
            &workspace.path("exercises/lesson2-echo/src/bin"),
        );
        workspace.write(GREETER, greeter);
        workspace
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("a file can be read")
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).expect("a file can be written");
    }

    pub(crate) fn xtask(&self, arguments: &[&str]) -> Command {
        Command::from_std(self.command(arguments))
    }

    /// A command on that copy. Compiled dependencies are shared with the other tests.
    pub(crate) fn command(&self, arguments: &[&str]) -> std::process::Command {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_xtask"));
        command
            .args(arguments)
            .current_dir(&self.0)
            .env("LOOPBACK_ROOT", &self.0)
            .env("CARGO_TARGET_DIR", repository().join("target/tests"));
        command
    }
}

impl Drop for Workspace {
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
