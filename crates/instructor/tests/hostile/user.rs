//! The grader's command line, for root and for an ordinary user.

use crate::class::repository;
use crate::place::Place;
use crate::place::SECRET;
use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::fs::lchown;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

/// The number of nobody, user and group.
const NOBODY: u32 = 65534;

/// Who grades.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum User {
    /// Whoever runs the tests.
    Same,
    /// Somebody without any right, where the tests are run by root.
    Nobody,
}

impl User {
    /// May this process become it?
    pub(crate) fn is_possible(self) -> bool {
        self == User::Same || nix::unistd::geteuid().is_root()
    }

    /// `loopback-instructor` with these arguments, with another home, another folder for temporary files, and a secret in its environment.
    pub(crate) fn command(self, place: &Place, arguments: &[&str]) -> Command {
        let program = Path::new(env!("CARGO_BIN_EXE_loopback-instructor"));
        let mut command = match self {
            User::Same => Command::new(program),
            User::Nobody => {
                self.hand_over(place);
                let mut command = Command::new("unshare");
                command
                    .args(["--mount", "--", "sh", "-ec", &script(place), "sh"])
                    .arg(program);
                command
            }
        };
        command
            .args(arguments)
            .current_dir(&place.temp)
            .env("HOME", place.home())
            .env("TMPDIR", place.temp.join("tmp"))
            .env("CARGO_HOME", tool_home("CARGO_HOME", ".cargo"))
            .env("RUSTUP_HOME", tool_home("RUSTUP_HOME", ".rustup"))
            .env("CARGO_TARGET_DIR", target())
            .env("LOOPBACK_ROOT", repository())
            .env("LOOPBACK_TEST_SECRET", SECRET);
        command
    }

    /// Gives the user everything that is in the place.
    fn hand_over(self, place: &Place) {
        let mut folders = vec![place.temp.clone()];
        while let Some(folder) = folders.pop() {
            lchown(&folder, Some(NOBODY), Some(NOBODY)).expect("root may give a folder away");
            for entry in fs::read_dir(&folder).expect("a folder can be read") {
                let path = entry.expect("an entry can be read").path();
                if path.is_dir() && !path.is_symlink() {
                    folders.push(path);
                } else {
                    lchown(&path, Some(NOBODY), Some(NOBODY)).expect("root may give a file away");
                }
            }
        }
    }
}

/// What makes root's toolchain and what it has compiled another user's: in a mount namespace of its own, folders that only root may enter
/// are replaced by one with nothing but what it needs in it; of the grader's compiled dependencies there is a copy. Ends as that user.
fn script(place: &Place) -> String {
    let all = [
        tool_home("CARGO_HOME", ".cargo"),
        tool_home("RUSTUP_HOME", ".rustup"),
        repository(),
        target(),
    ];
    let is_closed = |path: &PathBuf| closed_folder(path).is_some();
    let tools: Vec<PathBuf> = all.into_iter().filter(is_closed).collect();
    let mut lines = Vec::new();
    for (number, tool) in tools.iter().enumerate() {
        let hold = place.temp.join("hold").join(number.to_string());
        lines.push(format!(
            "mkdir -p {0}; mount --bind {1} {0}",
            quoted(&hold),
            quoted(tool)
        ));
    }
    for closed in tools.iter().filter_map(|tool| closed_folder(tool)) {
        lines.push(format!(
            "mountpoint -q {0} || mount -t tmpfs -o mode=755 tmpfs {0}",
            quoted(&closed)
        ));
    }
    for (number, tool) in tools.iter().enumerate() {
        let hold = place.temp.join("hold").join(number.to_string());
        lines.push(format!(
            "mkdir -p {1}; mount --bind {0} {1}",
            quoted(&hold),
            quoted(tool)
        ));
    }
    // The copy has the same path, since what cargo has noted speaks of paths.
    let (compiled, copy) = (target().join("grade"), place.temp.join("hold/grade"));
    lines.push(format!(
        "mkdir -p {0} {1}; cp -a {0}/. {1}; chown -R {NOBODY}:{NOBODY} {1}",
        quoted(&compiled),
        quoted(&copy)
    ));
    lines.push(format!(
        "mount --bind {} {}",
        quoted(&copy),
        quoted(&compiled)
    ));
    lines.push(format!(
        "exec setpriv --reuid={NOBODY} --regid={NOBODY} --clear-groups -- \"$@\""
    ));
    lines.join("\n")
}

/// The outermost folder on the way that others may not enter.
fn closed_folder(path: &Path) -> Option<PathBuf> {
    let ancestors: Vec<&Path> = path.ancestors().collect();
    let closed = |folder: &&&Path| {
        fs::metadata(folder).is_ok_and(|data| data.permissions().mode() & 0o001 == 0)
    };
    ancestors
        .iter()
        .rev()
        .find(closed)
        .map(|folder| folder.to_path_buf())
}

/// Where a tool keeps its things: the variable, or the folder in the home of whoever runs the tests.
fn tool_home(variable: &str, folder: &str) -> PathBuf {
    let named = env::var_os(variable).map(PathBuf::from);
    let home = env::home_dir().expect("whoever runs the tests has a home");
    named.unwrap_or_else(|| home.join(folder))
}

/// The folder that cargo builds into: the grader's executable is in `debug` there.
fn target() -> PathBuf {
    let folder = Path::new(env!("CARGO_BIN_EXE_loopback-instructor"))
        .ancestors()
        .nth(2);
    folder
        .expect("an executable is in a profile's folder")
        .to_owned()
}

/// A path as one word of a shell.
fn quoted(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', "'\\''"))
}
