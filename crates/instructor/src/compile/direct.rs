//! Compiles by calling the compiler as the recipe says: the student's library, if there is one, and then each program.

use super::diagnostics::Heard;
use super::diagnostics::Hidden;
use super::job::CompileJob;
use super::launch::Launch;
use super::recipe::DEPENDENCIES;
use super::recipe::LessonRecipe;
use super::recipe::Step;
use super::recipe::WORKSPACE;
use super::running;
use super::running::Ended;
use super::running::Speaks;
use super::words;
use classroom::ProgramBuild;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use std::time::Instant;

/// Compiles each of the job's programs.
///
/// # Errors
/// Where the compiler cannot be started.
pub(super) fn compile(
    job: &CompileJob,
    recipe: &LessonRecipe,
    launch: &dyn Launch,
) -> io::Result<Vec<ProgramBuild>> {
    let mut bench = Bench {
        job,
        recipe,
        launch,
        end: Instant::now() + Duration::from_secs(job.seconds),
        room: CompileJob::DIAGNOSTICS,
        hidden: Hidden::of(job, &recipe.sysroot),
    };
    let present = |name: &str| job.has(&words::source(name));
    let mut to_do = job.programs.iter().filter(|name| present(name)).count() as u32;
    let library = bench.library(to_do)?;
    let mut builds = Vec::new();
    for name in &job.programs {
        if !present(name) {
            builds.push(words::missing(name));
            continue;
        }
        builds.push(match &library {
            Library::Broken(reason, diagnostics) => {
                // Once is enough.
                let is_first = builds
                    .iter()
                    .all(|build: &ProgramBuild| build.diagnostics.is_empty());
                let diagnostics = if is_first { diagnostics.as_str() } else { "" };
                words::failed(name, reason.clone(), diagnostics.to_owned())
            }
            Library::None => bench.program(name, None, to_do)?,
            Library::Compiled(library) => bench.program(name, Some(library), to_do)?,
        });
        to_do -= 1;
    }
    Ok(builds)
}

/// What became of `src/lib.rs`.
enum Library {
    None,
    Compiled(PathBuf),
    /// Why, and what the compiler said. No program can be compiled then, just as with cargo.
    Broken(String, String),
}

/// Where one submission is compiled.
struct Bench<'a> {
    job: &'a CompileJob,
    recipe: &'a LessonRecipe,
    launch: &'a dyn Launch,
    end: Instant,
    /// Bytes of messages that may still be kept.
    room: usize,
    hidden: Hidden,
}

impl Bench<'_> {
    fn library(&mut self, to_do: u32) -> io::Result<Library> {
        if to_do == 0 || !self.job.has("src/lib.rs") {
            return Ok(Library::None);
        }
        let name = &self.recipe.library_name;
        let file = self.job.out.join(format!("lib{name}.rlib"));
        let step = &self.recipe.library;
        let command = self.command(step, step.arguments.clone());
        let ended = self.run(command, to_do + 1)?;
        Ok(match words::reason(ended.status, file.is_file()) {
            None => Library::Compiled(file),
            Some(reason) => {
                let diagnostics = self.said(&ended);
                Library::Broken(format!("src/lib.rs: {reason}"), diagnostics)
            }
        })
    }

    fn program(
        &mut self,
        name: &str,
        library: Option<&Path>,
        to_do: u32,
    ) -> io::Result<ProgramBuild> {
        let Some(step) = self.recipe.programs.get(name) else {
            return Err(io::Error::other(format!("there is no recipe for {name}")));
        };
        let mut arguments = step.without(&self.recipe.library_name);
        if let Some(library) = library {
            let library = format!("{}={}", self.recipe.library_name, library.display());
            arguments.extend(["--extern".to_owned(), library]);
        }
        let file = self.job.out.join(name);
        let command = self.command(step, arguments);
        let ended = self.run(command, to_do)?;
        // The compiler knows it by its crate's name.
        let made = self.job.out.join(words::crate_name(name));
        if ended.succeeded() && made != file {
            std::fs::rename(made, &file)?;
        }
        Ok(match words::reason(ended.status, file.is_file()) {
            None => words::compiled(name),
            Some(reason) => {
                let diagnostics = self.said(&ended);
                words::failed(name, reason, diagnostics)
            }
        })
    }

    fn command(&self, step: &Step, arguments: Vec<String>) -> Command {
        let job = self.job;
        let here = |text: &String| {
            text.replace(WORKSPACE, &job.workspace.to_string_lossy())
                .replace(DEPENDENCIES, &job.dependencies.to_string_lossy())
        };
        let mut command = Command::new(&self.recipe.rustc);
        command
            .args(arguments.iter().map(here))
            .args(["--error-format=json", "--emit=link,dep-info"])
            // A panic names its line without debug information, which would cost a fifth of the time.
            .args(["-C", "debuginfo=0", "-C", "strip=debuginfo"])
            .arg("--out-dir")
            .arg(&job.out)
            .current_dir(&job.workspace)
            .env_clear()
            .envs(
                step.environment
                    .iter()
                    .map(|(name, value)| (name, here(value))),
            )
            .env("CARGO", "cargo")
            .env("HOME", "/")
            .env("PATH", &job.path)
            .env("TMPDIR", &job.out);
        command
    }

    /// A share of the time that is left, so that one endless program leaves time for the others.
    fn run(&self, command: Command, shares: u32) -> io::Result<Ended<Heard>> {
        let now = Instant::now();
        let deadline = now + self.end.saturating_duration_since(now) / shares.max(1);
        let (room, hidden) = (self.room, &self.hidden);
        running::run(command, self.launch, Speaks::Stderr, deadline, |pipe| {
            Heard::listen(pipe, room, hidden)
        })
    }

    /// What a compiler said that has failed. How far one came whose time was over depends on the machine, and is left out.
    fn said(&mut self, ended: &Ended<Heard>) -> String {
        let has_ended_itself = ended.status.is_some_and(|status| status.code().is_some());
        if !has_ended_itself {
            // How far it had come, and where its memory was, is chance.
            return String::new();
        }
        let text = ended.heard.text();
        self.room = self.room.saturating_sub(text.len());
        text
    }
}
