//! Compiles by calling cargo in a target folder that holds the dependencies already: slower, and the measure of what is right.

use super::diagnostics;
use super::diagnostics::Hidden;
use super::job::CompileJob;
use super::job::Method;
use super::launch::Launch;
use super::running;
use super::running::Speaks;
use super::words;
use classroom::ProgramBuild;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use std::time::Instant;

/// Compiles each of the job's programs.
///
/// # Errors
/// Where cargo cannot be started, or its executables cannot be moved.
pub(super) fn compile(job: &CompileJob, launch: &dyn Launch) -> io::Result<Vec<ProgramBuild>> {
    let Method::Cargo {
        cargo,
        home,
        target,
        sysroot,
        flags,
    } = &job.method
    else {
        return Err(io::Error::other("this job is not for cargo"));
    };
    let is_present = |name: &&String| job.has(&words::source(name));
    let present: Vec<&String> = job.programs.iter().filter(is_present).collect();
    let made = target.join("debug");
    forget(&made, job)?;
    let mut command = Command::new(cargo);
    command
        .args(["build", "--offline", "--locked", "--keep-going", "--quiet"])
        .args(["--message-format=json", "--package", &job.lesson])
        .args(present.iter().flat_map(|name| ["--bin", name.as_str()]))
        .current_dir(&job.workspace)
        .env_clear()
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"))
        .env("CARGO_HOME", home)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TARGET_DIR", target)
        .env("HOME", "/")
        .env("PATH", &job.path)
        .env("RUSTC", sysroot.join("bin").join("rustc"))
        .env("TMPDIR", &job.out);
    if present.is_empty() {
        return Ok(job
            .programs
            .iter()
            .map(|name| words::missing(name))
            .collect());
    }
    let deadline = Instant::now() + Duration::from_secs(job.seconds);
    let hidden = Hidden::of(job, sysroot);
    let ended = running::run(command, launch, Speaks::Stdout, deadline, |pipe| {
        diagnostics::listen_to_cargo(pipe, CompileJob::DIAGNOSTICS, &hidden)
    })?;
    let library = ended
        .heard
        .of(None)
        .map(|heard| heard.text())
        .unwrap_or_default();
    let mut library_said = false;
    let mut builds = Vec::new();
    for name in &job.programs {
        let file = made.join(name);
        let said = ended.heard.of(Some(name));
        builds.push(if !present.contains(&name) {
            words::missing(name)
        } else if file.is_file() {
            std::fs::rename(&file, job.out.join(name))
                .or_else(|_| std::fs::copy(&file, job.out.join(name)).map(drop))?;
            words::compiled(name)
        } else if ended.status.is_none() {
            words::failed(name, words::too_long(), String::new())
        } else if said.is_none() && !library.is_empty() {
            let text = if library_said {
                String::new()
            } else {
                library.clone()
            };
            library_said = true;
            words::failed(
                name,
                format!("src/lib.rs: {}", words::does_not_compile()),
                text,
            )
        } else {
            let text = said.map(|heard| heard.text()).unwrap_or_default();
            words::failed(name, words::does_not_compile(), text)
        });
    }
    let is_built = builds.iter().any(|build| build.ok);
    if !is_built && !ended.heard.has_said && ended.status.is_some_and(|status| !status.success()) {
        // An error of the student's would have been told.
        return Err(io::Error::other(
            "cargo fails before it has compiled anything",
        ));
    }
    Ok(builds)
}

/// Removes what an earlier submission has left of this lesson: cargo would compare dates.
fn forget(made: &Path, job: &CompileJob) -> io::Result<()> {
    for name in &job.programs {
        remove(&made.join(name))?;
    }
    let marks = match std::fs::read_dir(made.join(".fingerprint")) {
        Ok(marks) => marks,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let own = format!("{}-", job.lesson);
    for mark in marks {
        let mark = mark?;
        if mark.file_name().to_string_lossy().starts_with(&own) {
            std::fs::remove_dir_all(mark.path())?;
        }
    }
    Ok(())
}

fn remove(file: &Path) -> io::Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
