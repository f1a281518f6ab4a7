//! The folders of one run, what nobody may find or change, and how to tell whether somebody did.

use crate::class::repository;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::path::PathBuf;

/// Stands in files and in a variable of whoever grades; it may come out nowhere.
pub(crate) const SECRET: &str = "the-secret-of-whoever-grades-73c1";

/// The folders of one run. They are removed when it ends.
pub(crate) struct Place {
    pub(crate) temp: PathBuf,
    /// Where the results go.
    pub(crate) out: PathBuf,
}

impl Place {
    pub(crate) fn new(name: &str) -> Place {
        let temp =
            std::env::temp_dir().join(format!("loopback-hostile-{name}-{}", std::process::id()));
        fs::create_dir(&temp).expect("a folder can be made");
        let temp = temp.canonicalize().expect("the folder is there");
        let place = Place {
            out: temp.join("out"),
            temp,
        };
        for folder in ["beside", "home", "tmp", "canary", "hold"] {
            fs::create_dir(place.temp.join(folder)).expect("a folder can be made");
        }
        fs::write(place.secret_file(), format!("// {SECRET}\n")).expect("a file can be written");
        for folder in ["beside", "home", "tmp"] {
            fs::write(place.temp.join(folder).join("canary.txt"), SECRET)
                .expect("a file can be written");
        }
        place
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.temp.join("home")
    }

    pub(crate) fn roster(&self) -> PathBuf {
        self.temp.join("roster.csv")
    }

    /// A file that the user who grades can read, and nobody else has anything to do with.
    pub(crate) fn secret_file(&self) -> PathBuf {
        self.temp.join("canary/secret.rs")
    }

    /// Whatever must never be run leaves this file.
    pub(crate) fn trap(&self) -> PathBuf {
        self.temp.join("beside/escaped")
    }

    /// What must not be found.
    pub(crate) fn secrets(&self) -> Vec<String> {
        let root = repository();
        let paths = [
            self.secret_file(),
            self.out.join("plan.json"),
            self.out.join("verdicts"),
            self.temp.join("submissions/aaa-good"),
            self.home().join("canary.txt"),
            root.join("solutions/lesson2-echo/src/bin/greeter.rs"),
            root.join("crates/lesson2-echo/src/greeter.rs"),
            root.join("Cargo.toml"),
        ];
        paths
            .iter()
            .map(|path| path.display().to_string())
            .collect()
    }

    /// What must not be written.
    pub(crate) fn results(&self) -> Vec<String> {
        let paths = [
            self.out.join("verdicts/writes-results/lesson2-echo.json"),
            self.out.join("verdicts/aaa-good/lesson2-echo.json"),
            self.out.join("grades.csv"),
            self.out.join("plan.json"),
            self.out.join("scratch/owned"),
            self.temp.join("submissions/aaa-good/owned"),
            self.home().join("canary.txt"),
            self.trap(),
        ];
        paths
            .iter()
            .map(|path| path.display().to_string())
            .collect()
    }

    /// Everything around the results, with the size and the date of each file. (Reading a file changes neither.)
    pub(crate) fn listing(&self) -> BTreeMap<PathBuf, (u64, i64, i64)> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.temp.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("a folder can be read") {
                let path = entry.expect("an entry can be read").path();
                if path == self.out {
                    continue;
                }
                let data = fs::symlink_metadata(&path).expect("a file can be looked at");
                // A folder's own size is the file system's affair.
                let size = if data.is_dir() { 0 } else { data.len() };
                found.insert(path.clone(), (size, data.mtime(), data.mtime_nsec()));
                if data.is_dir() {
                    folders.push(path);
                }
            }
        }
        found
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.temp);
        }
    }
}

/// Every file below a folder, as text where it is some.
pub(crate) fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder can be read") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).expect("a file can be read");
                found.push((path, String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
    }
    found
}
