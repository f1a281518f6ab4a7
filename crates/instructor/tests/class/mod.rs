//! A class of students in a folder of its own: what each of them has handed in for one lesson.
#![allow(
    dead_code,
    reason = "every test that includes this file uses another part of it"
)]

use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// The folder of submissions, and the lesson that they are about.
pub(crate) struct Class {
    folder: PathBuf,
    lesson: &'static str,
}

impl Class {
    /// An empty class for lesson 2; its submissions are in `temp/submissions`.
    pub(crate) fn new(temp: &Path) -> Class {
        Class::of_lesson(temp, "lesson2-echo")
    }

    /// The same for another lesson.
    pub(crate) fn of_lesson(temp: &Path, lesson: &'static str) -> Class {
        let folder = temp.join("submissions");
        fs::create_dir_all(&folder).expect("a folder can be made");
        Class { folder, lesson }
    }

    /// The folder that `grade` is given.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where a student's files for the lesson are: below this folder is `src`.
    pub(crate) fn work(&self, id: &str) -> PathBuf {
        self.folder.join(id).join(self.lesson)
    }

    /// A student with the solution.
    pub(crate) fn solved(&self, id: &str) {
        let solution = repository().join("solutions").join(self.lesson);
        copy(&solution.join("src"), &self.work(id).join("src"));
        // The library of a solution has another name than the exercise's.
        let library = format!("{}_solution", self.lesson.replace('-', "_"));
        for file in fs::read_dir(self.work(id).join("src/bin")).expect("a folder can be read") {
            let file = file.expect("an entry can be read").path();
            let text = fs::read_to_string(&file).expect("a solution is text");
            let text = text.replace(&library, &self.lesson.replace('-', "_"));
            fs::write(file, text).expect("a file can be written");
        }
    }

    /// A student with the solution but for one place in one file.
    pub(crate) fn edited(&self, id: &str, file: &str, from: &str, to: &str) {
        self.solved(id);
        let path = self.work(id).join(file);
        let text = fs::read_to_string(&path).expect("a solution is text");
        assert!(
            text.contains(from),
            "{file} of the solution has no {from:?}"
        );
        fs::write(path, text.replacen(from, to, 1)).expect("a file can be written");
    }

    /// A student who has not begun.
    pub(crate) fn skeleton(&self, id: &str) {
        let skeleton = repository()
            .join("crates")
            .join(self.lesson)
            .join("skeleton");
        copy(&skeleton.join("src"), &self.work(id).join("src"));
    }

    /// A student whose first program does not compile; the others are missing.
    pub(crate) fn broken_source(&self, id: &str) {
        self.write(id, "src/bin/greeter.rs", "fn main() { this is no Rust }\n");
    }

    /// A student whose greeter is the program `tests/hostile/programs/NAME.rs`.
    pub(crate) fn hostile(&self, id: &str, name: &str) {
        self.write(id, "src/bin/greeter.rs", program(name));
        self.write(id, "src/bin/proof/mod.rs", program("proof/mod"));
    }

    /// One file of a student's work.
    pub(crate) fn write(&self, id: &str, file: &str, contents: impl AsRef<[u8]>) {
        let path = self.work(id).join(file);
        let parent = path.parent().expect("a file is in a folder");
        fs::create_dir_all(parent).expect("a folder can be made");
        fs::write(path, contents).expect("a file can be written");
    }
}

/// The source of a hostile program.
pub(crate) fn program(name: &str) -> String {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/programs");
    fs::read_to_string(programs.join(format!("{name}.rs"))).expect("the program is there")
}

/// The folder that holds the workspace's `Cargo.toml`.
pub(crate) fn repository() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    folder
        .expect("the crate is two folders below the workspace")
        .to_owned()
}

/// Copies a file, or a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
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
