//! What is taken out of one lesson's folder: the `.rs` files of its `src`, within bounds.

use super::Entry;
use super::Kind;
use super::MOST_ENTRIES;
use super::Plan;
use super::Tree;
use super::UNSEEN;
use super::Wanted;
use super::join;
use crate::intake::taken::is_plain;
use crate::intake::taken::shown;
use std::collections::BTreeMap;
use std::io::ErrorKind;

/// So many files of a lesson are taken: those whose paths come first.
const MOST_FILES: usize = 64;
/// The largest file, in bytes.
const LARGEST: u64 = 256 * 1024;
/// All files of a lesson together, in bytes.
const LARGEST_TOGETHER: u64 = 1024 * 1024;
/// `src/1/2/3/4/5/file.rs` is the deepest place.
const DEEPEST: usize = 6;

/// Adds what is to be taken out of a lesson's folder. Where that is nothing, the plan's reason says why, unless it had one before.
pub(super) fn plan(tree: &mut dyn Tree, folder: &[u8], plan: &mut Plan) {
    let place = join(folder, b"src");
    let reason = match tree.list(folder) {
        Err(error) => {
            plan.unlisted(folder, &error);
            format!("{} cannot be read: {error}", shown(folder))
        }
        Ok(entries) => {
            for entry in entries.iter().filter(|entry| entry.name != b"src") {
                beside(folder, entry, plan);
            }
            match entries
                .iter()
                .find(|entry| entry.name == b"src")
                .map(|entry| entry.kind)
            {
                Some(Kind::Folder) => take(tree, &place, plan),
                Some(Kind::Refused(why)) => {
                    if why == UNSEEN {
                        plan.leave(&place, why);
                    }
                    format!("{} is {why}, and nothing in it was taken", shown(&place))
                }
                Some(Kind::File { .. }) => format!("{} is a file, not a folder", shown(&place)),
                None => format!("there is no folder {}", shown(&place)),
            }
        }
    };
    if plan.wanted.is_empty() && plan.reason.is_empty() {
        plan.reason = reason;
    }
}

/// What is in a lesson's folder besides `src`. The manifest and everything else that would change how a program is built are ours; a
/// student may wonder, so they are named. Folders are one entry, whatever is in them.
fn beside(folder: &[u8], entry: &Entry, plan: &mut Plan) {
    let why = match (&*entry.name, entry.kind) {
        (
            b"README.md" | b".gitignore" | b".DS_Store" | b"__MACOSX" | b"Thumbs.db"
            | b"desktop.ini",
            _,
        ) => return,
        (name, _) if name.starts_with(b"._") => return,
        (_, Kind::Refused(why)) => why,
        (b"build.rs", _) => "never run",
        (
            b"Cargo.toml" | b"Cargo.lock" | b".cargo" | b"rust-toolchain" | b"rust-toolchain.toml",
            _,
        ) => "ours is used instead",
        (_, Kind::Folder) => "a folder beside src",
        (_, Kind::File { .. }) => "not in src",
    };
    plan.ignored.add(&join(folder, &entry.name), why);
}

/// The answer is why nothing was wanted, if so.
fn take(tree: &mut dyn Tree, src: &[u8], plan: &mut Plan) -> String {
    let mut walk = Walk {
        candidates: BTreeMap::new(),
        seen: 0,
        shared: 0,
        unread: None,
        plan,
    };
    walk.folder(tree, src, "src", 1);
    let Walk {
        candidates,
        seen,
        shared,
        unread,
        ..
    } = walk;
    if shared > 0 {
        // Backups and tools that save space make such files, too: without this line a whole class would have no points.
        plan.troubles.push(format!(
            "in {} are files with a second name elsewhere (hard links), and they were left; copy the submissions with `cp -r`",
            shown(src)
        ));
    }
    if seen > MOST_ENTRIES {
        return format!(
            "{} holds more than {MOST_ENTRIES} files and folders, and none was taken",
            shown(src)
        );
    }
    let mut together = 0;
    for (place, (name, wanted)) in candidates.into_iter().enumerate() {
        if place >= MOST_FILES {
            plan.ignored.add(&wanted.path, "beyond 64 files");
        } else if together + wanted.size > LARGEST_TOGETHER {
            plan.ignored.add(&wanted.path, "beyond 1 MiB together");
        } else {
            together += wanted.size;
            plan.wanted.push((name, wanted));
        }
    }
    if let Some(error) = unread {
        return format!("{} cannot be read: {error}", shown(src));
    }
    if seen == 0 {
        return format!("{} is empty", shown(src));
    }
    format!("{} holds no file that can be taken", shown(src))
}

struct Walk<'a> {
    /// The names that the files get, sorted.
    candidates: BTreeMap<String, Wanted>,
    seen: usize,
    /// Files that were left because they have more than one name.
    shared: usize,
    /// Why a folder could not be listed.
    unread: Option<String>,
    plan: &'a mut Plan,
}

impl Walk<'_> {
    fn folder(&mut self, tree: &mut dyn Tree, folder: &[u8], name: &str, depth: usize) {
        let entries = match tree.list(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::QuotaExceeded => {
                self.seen = MOST_ENTRIES + 1;
                return;
            }
            Err(error) => {
                self.plan.unlisted(folder, &error);
                self.unread = Some(error.to_string());
                return;
            }
        };
        self.seen += entries.len();
        if self.seen > MOST_ENTRIES {
            return;
        }
        for entry in &entries {
            let path = join(folder, &entry.name);
            if let Err(why) = self.entry(tree, &path, name, entry, depth) {
                self.plan.leave(&path, why);
            }
        }
    }

    fn entry(
        &mut self,
        tree: &mut dyn Tree,
        path: &[u8],
        name: &str,
        entry: &Entry,
        depth: usize,
    ) -> Result<(), &'static str> {
        let plain = || match str::from_utf8(&entry.name) {
            Ok(last) if is_plain(&entry.name) => Ok(format!("{name}/{last}")),
            _ => Err("its name is more than letters, digits, _, - and . of ASCII, or too long"),
        };
        match entry.kind {
            Kind::Refused(why) => Err(why),
            Kind::Folder if matches!(&*entry.name, b"target" | b".git") => Err("not looked into"),
            Kind::Folder if depth == DEEPEST => Err("more than 6 levels deep"),
            Kind::Folder => {
                self.folder(tree, path, &plain()?, depth + 1);
                Ok(())
            }
            Kind::File { .. }
                if matches!(&*entry.name, b".DS_Store" | b"Thumbs.db" | b"desktop.ini") =>
            {
                Ok(())
            }
            Kind::File { .. } if !entry.name.ends_with(b".rs") => Err("not a .rs file"),
            Kind::File { shared: true, .. } => {
                self.shared += 1;
                Err("a hard link")
            }
            Kind::File { size, .. } if size > LARGEST => Err("larger than 256 KiB"),
            Kind::File { size, .. } => {
                self.candidates.insert(
                    plain()?,
                    Wanted {
                        path: path.to_vec(),
                        size,
                    },
                );
                Ok(())
            }
        }
    }
}
