//! How a program is started: below strace or not, with a clean environment, in a process group of its own.

use crate::confinement;
use crate::program::Program;
use crate::surroundings::Surroundings;
use crate::tracer::Trace;
use std::ffi::OsStr;
use std::io;
use std::process::Command;

/// The variables of ours that a program sees, where we have them; everything else is removed.
const ENVIRONMENT: [&str; 10] = [
    "PATH",
    "HOME",
    "USER",
    "TMPDIR",
    "LANG", // what scripts and interpreters need
    "SystemRoot",
    "SystemDrive",
    "TEMP",
    "TMP",
    "USERPROFILE", // and what Windows needs
];

/// The command that starts the program, without the arguments of the check. `run` marks everything that it will start.
pub(super) fn command(
    program: &Program,
    run: &str,
    surroundings: &Surroundings<'_>,
    trace: Option<&Trace>,
) -> io::Result<Command> {
    let mut command = match trace {
        Some(trace) => trace.command(program, run),
        None => plain(program, run),
    };
    for variable in ENVIRONMENT {
        if let Some(value) = std::env::var_os(variable) {
            command.env(variable, value);
        }
    }
    if surroundings.impatient_resolver {
        command.env("RES_OPTIONS", "timeout:1 attempts:1");
    }
    if let Some(hostname) = surroundings.hostname {
        cell::start_with_hostname(&mut command, hostname)?;
    }
    // Ctrl-C at the terminal reaches only the foreground group: we end the program ourselves.
    // Who is confined gets a session of its own, which the leader of a group could not have.
    #[cfg(unix)]
    if confinement::confinement().is_none() {
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
    }
    Ok(command)
}

/// The whole command line in words, whoever looks on, and how many of them come before the arguments of the check.
pub(super) fn words<A: AsRef<OsStr>>(program: &Program, arguments: &[A]) -> (Vec<String>, usize) {
    let (executable, leading) = program.words();
    let words = std::iter::once(executable.as_os_str())
        .chain(leading.iter().map(AsRef::as_ref))
        .chain(arguments.iter().map(AsRef::as_ref))
        .map(|word| word.to_string_lossy().into_owned());
    (words.collect(), 1 + leading.len())
}

fn plain(program: &Program, run: &str) -> Command {
    let (executable, leading) = program.words();
    let mut command = Command::new(executable);
    command
        .args(leading)
        .env_clear()
        .env(cell::RUN_VARIABLE, run);
    command
}
