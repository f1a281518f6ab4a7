//! What is said of a program's compilation.

use classroom::ProgramBuild;
use std::process::ExitStatus;

/// Where a program's source is in its package.
pub(super) fn source(program: &str) -> String {
    format!("src/bin/{program}.rs")
}

/// What the compiler calls a program, or a lesson's library.
pub(super) fn crate_name(name: &str) -> String {
    name.replace('-', "_")
}

/// Where, in a job's folder of results, the compiler lists the files that it has read for a program or a lesson's library.
pub(super) fn list(name: &str) -> String {
    format!("{}.d", crate_name(name))
}

pub(super) fn missing(program: &str) -> ProgramBuild {
    failed(
        program,
        format!("{} is missing", source(program)),
        String::new(),
    )
}

pub(super) fn compiled(program: &str) -> ProgramBuild {
    ProgramBuild {
        name: program.to_owned(),
        ok: true,
        reason: String::new(),
        diagnostics: String::new(),
    }
}

pub(super) fn failed(program: &str, reason: String, diagnostics: String) -> ProgramBuild {
    ProgramBuild {
        name: program.to_owned(),
        ok: false,
        reason,
        diagnostics,
    }
}

/// Why there is no executable, after a compiler has ended so (`None`: its time was over); `None` where there is one.
pub(super) fn reason(status: Option<ExitStatus>, is_there: bool) -> Option<String> {
    let Some(status) = status else {
        return Some(too_long());
    };
    if status.success() {
        return (!is_there).then(|| "the compiler made no program of it".to_owned());
    }
    Some(match signal(status) {
        None => does_not_compile(),
        Some(signal) => format!(
            "the compiler was ended by signal {signal}: it needs too much memory, or breaks the compiler"
        ),
    })
}

pub(super) fn does_not_compile() -> String {
    "it does not compile".to_owned()
}

/// Was there no time left for this program? Then it is not known whether it compiles.
pub(crate) fn took_too_long(build: &ProgramBuild) -> bool {
    !build.ok && build.reason.ends_with(&too_long())
}

/// The same words whatever share of the time it had: a verdict does not depend on the machine.
pub(super) fn too_long() -> String {
    "compiling it takes too long".to_owned()
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}
