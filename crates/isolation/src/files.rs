//! The files that a program may use, as Landlock has it: a second wall, behind the mounts.

use landlock::ABI;
use landlock::Access;
use landlock::AccessFs;
use landlock::BitFlags;
use landlock::PathBeneath;
use landlock::PathFd;
use landlock::Ruleset;
use landlock::RulesetAttr;
use landlock::RulesetCreated;
use landlock::RulesetCreatedAttr;
use landlock::Scope;
use std::path::Path;
use std::path::PathBuf;

/// What we know of; an older kernel does as much of it as it can.
const KNOWN: ABI = ABI::V6;
/// Programs and their libraries: read and started.
const STARTED: [&str; 6] = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64"];
const READ: [&str; 2] = ["/etc", "/proc"];
/// Devices, and a program's own pipes by their names.
const USED: [&str; 6] = [
    "/dev/null",
    "/dev/zero",
    "/dev/full",
    "/dev/random",
    "/dev/urandom",
    "/proc/self/fd",
];

/// The files that one kind of program may use besides the system's.
#[derive(Debug, Clone, Default)]
pub(crate) struct Files {
    pub(crate) started: Vec<PathBuf>,
    pub(crate) read: Vec<PathBuf>,
    pub(crate) changed: Vec<PathBuf>,
}

/// The version of Landlock's interface that this kernel has; 0 for none.
pub(crate) fn version() -> u32 {
    const VERSION: libc::c_uint = 1;
    // SAFETY: asked for its version, the call reads nothing.
    let version = unsafe {
        libc::syscall(
            libc::SYS_landlock_create_ruleset,
            std::ptr::null::<libc::c_void>(),
            0_usize,
            VERSION,
        )
    };
    u32::try_from(version).unwrap_or(0)
}

/// The rules, ready to be obeyed.
///
/// # Errors
/// Where Landlock refuses.
pub(crate) fn rules(files: &Files) -> Result<RulesetCreated, String> {
    let said = |error: &dyn std::fmt::Display| format!("failed to describe the files: {error}");
    let all = AccessFs::from_all(KNOWN);
    let created = Ruleset::default()
        .handle_access(all)
        .and_then(|rules| rules.scope(Scope::from_all(KNOWN)))
        .and_then(Ruleset::create)
        .map_err(|error| said(&error))?;
    let start = AccessFs::Execute | AccessFs::ReadFile | AccessFs::ReadDir;
    let read = AccessFs::ReadFile | AccessFs::ReadDir;
    let use_device = AccessFs::ReadFile | AccessFs::WriteFile | AccessFs::IoctlDev;
    let change = all & !(AccessFs::MakeBlock | AccessFs::MakeChar | AccessFs::Execute);
    let created = STARTED
        .iter()
        .map(Path::new)
        .chain(files.started.iter().map(PathBuf::as_path))
        .try_fold(created, |rules, path| add(rules, path, start))?;
    let created = READ
        .iter()
        .map(Path::new)
        .chain(files.read.iter().map(PathBuf::as_path))
        .try_fold(created, |rules, path| add(rules, path, read))?;
    let created = USED.iter().try_fold(created, |rules, path| {
        add(rules, Path::new(path), use_device)
    })?;
    files
        .changed
        .iter()
        .try_fold(created, |rules, path| add(rules, path, change))
}

/// One rule more; what is not there needs none.
fn add(
    rules: RulesetCreated,
    path: &Path,
    access: BitFlags<AccessFs>,
) -> Result<RulesetCreated, String> {
    let Ok(opened) = PathFd::new(path) else {
        return Ok(rules);
    };
    let access = if path.is_dir() {
        access
    } else {
        access & AccessFs::from_file(KNOWN)
    };
    rules
        .add_rule(PathBeneath::new(opened, access))
        .map_err(|error| format!("failed to describe {}: {error}", path.display()))
}
