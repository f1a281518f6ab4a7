//! The processes that have a socket open, and what the system tells about each. Finds nobody outside Linux.

use std::path::PathBuf;
use std::time::Duration;

/// A process, as it was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    pub pid: u32,
    /// Its command line, word by word.
    pub command: Vec<String>,
    /// The file that it runs.
    pub executable: PathBuf,
    /// Has that file been removed since, by a newer build say?
    pub is_replaced: bool,
    /// The folder that its paths count from.
    pub folder: Option<PathBuf>,
    /// How long it has existed, in whole seconds.
    pub age: Option<Duration>,
    /// Is it held still by a signal, as by Ctrl-Z?
    pub is_stopped: bool,
    /// Is it of the user whom we are?
    pub is_same_user: bool,
    /// Has a check started it, this one or another?
    pub is_of_a_check: bool,
}

impl Process {
    /// The name of its file.
    pub fn name(&self) -> String {
        let name = self.executable.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }
}

/// Each process that has one of these sockets open, with the socket.
pub(super) fn with_sockets(inodes: &[u64]) -> Vec<(u64, Process)> {
    let mut found = Vec::new();
    for pid in pids() {
        let mut held = sockets_of(pid);
        held.retain(|inode| inodes.contains(inode));
        held.sort_unstable();
        held.dedup();
        if held.is_empty() {
            continue;
        }
        if let Some(process) = describe(pid) {
            found.extend(held.into_iter().map(|inode| (inode, process.clone())));
        }
    }
    found
}

/// The number of the user whom we are.
pub(super) fn own_user() -> Option<u32> {
    user_of("self")
}

fn pids() -> Vec<u32> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let mut pids: Vec<u32> = entries
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .collect();
    pids.sort_unstable();
    pids
}

/// The inodes of its sockets; none where we may not look.
fn sockets_of(pid: u32) -> Vec<u64> {
    let descriptors = std::fs::read_dir(format!("/proc/{pid}/fd"));
    let links = descriptors.into_iter().flatten().flatten();
    links
        .filter_map(|link| std::fs::read_link(link.path()).ok())
        .filter_map(|target| inode(target.to_str()?))
        .collect()
}

/// `socket:[62647]`
fn inode(link: &str) -> Option<u64> {
    let number = link.strip_prefix("socket:[")?.strip_suffix(']')?;
    number.parse().ok()
}

/// `None` for a process that has ended meanwhile.
fn describe(pid: u32) -> Option<Process> {
    let read = |name: &str| std::fs::read(format!("/proc/{pid}/{name}")).unwrap_or_default();
    let link = |name: &str| std::fs::read_link(format!("/proc/{pid}/{name}")).ok();
    let environment = words(&read("environ"));
    let mark = format!("{}=", cell::RUN_VARIABLE);
    let command = words(&read("cmdline"));
    // Goes with the process, so that what was read before is whole.
    let (executable, is_replaced) = without_mark(link("exe")?);
    Some(Process {
        pid,
        command,
        executable,
        is_replaced,
        folder: link("cwd"),
        // Whole, so that two looks at one process are equal.
        age: cell::age(pid).map(|age| Duration::from_secs(age.as_secs())),
        is_stopped: crate::resources::is_stopped(pid) == Some(true),
        is_same_user: user_of(&pid.to_string()) == own_user(),
        is_of_a_check: environment.iter().any(|word| word.starts_with(&mark)),
    })
}

/// The kernel marks the name of a file that is no longer there.
fn without_mark(path: PathBuf) -> (PathBuf, bool) {
    let plain = path
        .to_str()
        .and_then(|text| text.strip_suffix(" (deleted)"))
        .map(PathBuf::from);
    plain.map_or((path, false), |plain| (plain, true))
}

fn words(command: &[u8]) -> Vec<String> {
    let command = command.strip_suffix(b"\0").unwrap_or(command);
    if command.is_empty() {
        return Vec::new();
    }
    command
        .split(|byte| *byte == 0)
        .map(|word| String::from_utf8_lossy(word).into_owned())
        .collect()
}

fn user_of(process: &str) -> Option<u32> {
    #[cfg(unix)]
    {
        let found = std::fs::metadata(format!("/proc/{process}")).ok()?;
        Some(std::os::unix::fs::MetadataExt::uid(&found))
    }
    #[cfg(not(unix))]
    {
        let _ = process;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_command_lines_are_read_as_the_kernel_writes_them() {
        assert_eq!(inode("socket:[62647]"), Some(62647));
        assert_eq!(inode("pipe:[62647]"), None);
        assert_eq!(inode("/dev/null"), None);
        assert_eq!(words(b"echo-server\0[::1]:0\0"), ["echo-server", "[::1]:0"]);
        assert_eq!(words(b"sh\0-c\0\0"), ["sh", "-c", ""]);
        assert_eq!(words(b""), Vec::<String>::new());
    }

    #[test]
    fn an_executable_that_was_built_again_is_still_known_by_its_name() {
        let path = PathBuf::from("/course/target/debug/echo-server (deleted)");
        let plain = PathBuf::from("/course/target/debug/echo-server");
        assert_eq!(without_mark(path), (plain.clone(), true));
        assert_eq!(without_mark(plain.clone()), (plain, false));
    }
}
