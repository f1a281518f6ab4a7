//! Folders of a test's own.

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;

/// A folder that goes away with its test.
pub(crate) struct Tree {
    pub(crate) root: PathBuf,
}

impl Tree {
    /// An empty one.
    pub(crate) fn new() -> Tree {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("loopback-intake-{}-{number}", process::id()));
        fs::create_dir_all(&root).expect("a temporary folder can be made");
        Tree { root }
    }

    /// One with these files, each of which holds its own path; a path that ends with `/` is a folder.
    pub(crate) fn with(paths: &[&str]) -> Tree {
        let tree = Tree::new();
        for path in paths {
            match path.strip_suffix('/') {
                Some(folder) => fs::create_dir_all(tree.at(folder)).expect("a folder can be made"),
                None => tree.write(path, path.as_bytes()),
            }
        }
        tree
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub(crate) fn write(&self, path: &str, contents: &[u8]) {
        let place = self.at(path);
        if fs::write(&place, contents).is_ok() {
            return;
        }
        let parent = place.parent().expect("every file is in a folder");
        fs::create_dir_all(parent).expect("a folder can be made");
        fs::write(place, contents).expect("a file can be written");
    }
}

impl Drop for Tree {
    fn drop(&mut self) {
        remove(&self.root);
    }
}

/// Removes also what is too deep for one path.
fn remove(folder: &Path) {
    if fs::remove_dir_all(folder).is_err() {
        let status = process::Command::new("rm").arg("-rf").arg(folder).status();
        drop(status);
    }
}
