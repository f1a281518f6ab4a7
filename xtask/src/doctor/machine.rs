//! What `doctor` looks at besides the network: the toolchain, room on the disk, limits, other programs.

use super::Finding;
use super::State;
use crate::messages::doctor as words;
use crate::workspace;
use std::path::Path;
use std::process::Command;

/// The oldest Rust that builds the course.
const OLDEST_RUST: &str = env!("CARGO_PKG_RUST_VERSION");
/// So much room, in bytes: twice what the programs of all lessons and their solutions take, checker included.
const ROOM: u64 = 1_000_000_000;
/// Fewer descriptors than this are not enough for a thousand clients, their server, and other checks beside.
const DESCRIPTORS: u64 = 4096;

pub(super) fn toolchain() -> Finding {
    let what = "Rust";
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let Some(rustc) = version("rustc", "--version") else {
        return Finding::new(what, State::Bad, words::no_program("rustc"));
    };
    let Some(cargo) = version(&cargo, "--version") else {
        return Finding::new(what, State::Bad, words::no_program("cargo"));
    };
    if is_older(&rustc, OLDEST_RUST) {
        let words = words::old_rust(&rustc, OLDEST_RUST);
        return Finding::new(what, State::Bad, words);
    }
    Finding::new(what, State::Good, words::rust(&rustc, &cargo, OLDEST_RUST))
}

pub(super) fn disk() -> Finding {
    let what = "disk";
    match free_room() {
        Some(free) if free < ROOM => Finding::new(what, State::Missing, words::little_room(free)),
        Some(free) => Finding::new(what, State::Good, words::room(free)),
        None => Finding::new(what, State::Missing, words::room_untold(ROOM)),
    }
}

pub(super) fn descriptors() -> Finding {
    let what = "descriptors";
    match most_descriptors() {
        Some(most) if most < DESCRIPTORS => {
            let words = words::few_descriptors(most, DESCRIPTORS);
            Finding::new(what, State::Missing, words)
        }
        Some(most) => Finding::new(what, State::Good, words::descriptors(most)),
        None => {
            let words = words::descriptors_untold(DESCRIPTORS);
            Finding::new(what, State::Missing, words)
        }
    }
}

pub(super) fn strace() -> Finding {
    let what = "strace";
    if !cfg!(target_os = "linux") {
        return Finding::new(what, State::Missing, words::STRACE_ELSEWHERE);
    }
    match version("strace", "-V") {
        Some(version) => Finding::new(what, State::Good, words::strace(&version)),
        None => Finding::new(what, State::Missing, words::NO_STRACE),
    }
}

pub(super) fn python() -> Finding {
    let what = "Python 3";
    if grader::has_python() {
        Finding::new(what, State::Good, words::PYTHON)
    } else {
        Finding::new(what, State::Missing, words::NO_PYTHON)
    }
}

/// What a program says of its version, in its first line; `None` where it cannot be run.
fn version(program: &str, option: &str) -> Option<String> {
    // In the workspace, since a folder may have a toolchain of its own.
    let output = Command::new(program)
        .arg(option)
        .current_dir(workspace::root())
        .output();
    let output = output.ok().filter(|output| output.status.success())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().next().map(|line| line.trim().to_owned())
}

/// Is `rustc 1.87.0 (…)` older than `1.88`? What cannot be read is not.
fn is_older(version: &str, oldest: &str) -> bool {
    let numbers = |text: &str| -> Option<Vec<u32>> {
        let mut parts = text.split(['.', '-']).map(str::parse);
        Some(vec![parts.next()?.ok()?, parts.next()?.ok()?])
    };
    let version = version.split(' ').nth(1).and_then(numbers);
    version < numbers(oldest) && version.is_some()
}

/// How much we may still write where cargo builds, in bytes.
fn free_room() -> Option<u64> {
    let target = workspace::target();
    // Before the first build, the folder is not there yet.
    free_room_in(target.ancestors().find(|folder| folder.is_dir())?)
}

/// How much we may still write to the disk of a folder, in bytes; `None` where the system does not tell.
pub(crate) fn free_room_in(folder: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        let found = nix::sys::statvfs::statvfs(folder).ok()?;
        // Their types differ from system to system.
        #[allow(
            clippy::useless_conversion,
            clippy::unnecessary_cast,
            reason = "not on every system"
        )]
        let free = (found.blocks_available() as u64).saturating_mul(found.fragment_size() as u64);
        Some(free)
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        None
    }
}

/// The limit as far as a process may raise it, which the checks do.
fn most_descriptors() -> Option<u64> {
    #[cfg(unix)]
    {
        use nix::sys::resource::Resource;
        let limits = nix::sys::resource::getrlimit(Resource::RLIMIT_NOFILE);
        limits.ok().map(|(_, hard)| hard)
    }
    #[cfg(not(unix))]
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(is_older("rustc 1.87.0 (17067e9ac 2025-05-09)", "1.88"));
        assert!(is_older("rustc 1.9.0", "1.88"));
        assert!(!is_older("rustc 1.88.0", "1.88"));
        assert!(!is_older("rustc 1.100.0-nightly", "1.88"));
        assert!(!is_older("rustc 2.0.0", "1.88"));
        assert!(!is_older("something else", "1.88"));
        assert!(!is_older(&format!("rustc {OLDEST_RUST}.0"), OLDEST_RUST));
    }
}
