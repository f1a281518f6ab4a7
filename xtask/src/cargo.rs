//! Builds programs with cargo, and learns from it where the executables are and what the compiler said.

use crate::catalogue;
use crate::messages;
use crate::style;
use crate::workspace;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use grader::Program;
use grader::Programs;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::io::BufRead;
use std::io::BufReader;
use std::process::ChildStderr;
use std::process::Command;
use std::process::Stdio;

/// What a build gave.
#[derive(Debug, Default)]
pub(crate) struct Built {
    pub(crate) ok: bool,
    /// The executables, by the names of their cargo targets.
    pub(crate) executables: BTreeMap<String, String>,
    /// What the compiler said about errors, each message as it would show it.
    pub(crate) errors: Vec<String>,
    /// The same for warnings.
    pub(crate) warnings: Vec<String>,
    /// Those of the executables that were there already, and right.
    pub(crate) fresh: BTreeSet<String>,
}

/// What cargo says while it builds.
pub(crate) enum Said<'a> {
    /// A line about how far it is.
    Progress(&'a str),
    /// An error of the compiler, as cargo would show it.
    Error(&'a str),
}

/// A line of cargo's JSON output, as far as it matters here.
#[derive(Deserialize)]
struct Line {
    reason: String,
    target: Option<Target>,
    executable: Option<String>,
    #[serde(default)]
    fresh: bool,
    message: Option<Message>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Message {
    level: String,
    rendered: Option<String>,
}

/// A call of the cargo that runs us, in the workspace.
pub(crate) fn command() -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(workspace::root());
    command
}

/// Builds what `arguments` of `cargo build` name. With `aloud`, cargo's progress goes to stderr.
///
/// # Errors
/// Where cargo itself fails: a broken manifest, a crate that cannot be had. What does not compile is no error here.
pub(crate) fn build(arguments: &[&str], aloud: bool) -> Result<Built> {
    let colour = aloud && style::on_stderr() && style::on_stdout();
    build_heard(arguments, colour, |said| {
        if let (Said::Progress(line), true) = (said, aloud) {
            messages::cargo_progress(line);
        }
    })
}

/// The same, with everything that cargo says handed to `heard` as it comes.
///
/// # Errors
/// As [`build`].
pub(crate) fn build_heard(
    arguments: &[&str],
    colour: bool,
    heard: impl Fn(Said) + Sync,
) -> Result<Built> {
    let format = if colour {
        "--message-format=json-diagnostic-rendered-ansi"
    } else {
        "--message-format=json"
    };
    let mut child = command()
        .arg("build")
        .args(arguments)
        .arg(format)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("failed to start cargo")?;
    let stderr = child.stderr.take().context("cargo has no stderr")?;
    let stdout = child.stdout.take().context("cargo has no stdout")?;
    let mut built = Built::default();
    let said = std::thread::scope(|scope| {
        let listener = scope.spawn(|| hear_progress(stderr, &heard));
        for line in BufReader::new(stdout).lines() {
            let line = line.context("failed to read cargo's output")?;
            if let Ok(line) = serde_json::from_str::<Line>(&line) {
                built.take(line, &heard);
            }
        }
        Ok::<_, anyhow::Error>(listener.join().unwrap_or_default())
    })?;
    built.ok = child.wait().context("failed to wait for cargo")?.success();
    if !built.ok && built.errors.is_empty() {
        bail!(
            "cargo build {} failed:\n{}",
            arguments.join(" "),
            said.join("\n")
        );
    }
    Ok(built)
}

/// All that cargo says beside its messages.
fn hear_progress(stderr: ChildStderr, heard: &impl Fn(Said)) -> Vec<String> {
    let mut said = Vec::new();
    for line in BufReader::new(stderr).lines().map_while(Result::ok) {
        heard(Said::Progress(&line));
        said.push(line);
    }
    said
}

impl Built {
    fn take(&mut self, line: Line, heard: &impl Fn(Said)) {
        match (
            line.reason.as_str(),
            line.target,
            line.executable,
            line.message,
        ) {
            ("compiler-artifact", Some(target), Some(executable), _) => {
                if line.fresh {
                    self.fresh.insert(target.name.clone());
                }
                self.executables.insert(target.name, executable);
            }
            ("compiler-message", _, _, Some(message)) => {
                let Some(text) = message.rendered else { return };
                match message.level.as_str() {
                    "warning" => self.warnings.push(text),
                    "error" | "error: internal compiler error" => {
                        heard(Said::Error(&text));
                        self.errors.push(text);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }

    /// The lesson's programs among the executables; a solution's carry a suffix.
    pub(crate) fn programs(&self, names: &[&str], suffix: &str) -> Programs {
        names
            .iter()
            .filter_map(|name| {
                let executable = self.executables.get(&format!("{name}{suffix}"))?;
                Some(((*name).to_owned(), Program::executable(executable)))
            })
            .collect()
    }
}

/// The name of an exercise's or a solution's package.
pub(crate) fn package(lesson: &str, solution: bool) -> String {
    if solution {
        format!("{lesson}-solution")
    } else {
        lesson.to_owned()
    }
}

/// What a solution's executables have at the end of their names, since two of one name would overwrite each other.
pub(crate) fn suffix(solution: bool) -> &'static str {
    if solution { "-solution" } else { "" }
}

/// Builds these programs of a lesson.
///
/// # Errors
/// As [`build`].
pub(crate) fn build_programs(
    lesson: &str,
    names: &[&str],
    solution: bool,
    aloud: bool,
) -> Result<Built> {
    expect_files(lesson, names, solution)?;
    let arguments = program_arguments(lesson, names, solution);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    build(&arguments, aloud)
}

/// Cargo would only say that there is no such target.
///
/// # Errors
/// Where the file of one of these programs is missing, with the way to get it back.
pub(crate) fn expect_files(lesson: &str, names: &[&str], solution: bool) -> Result<()> {
    let folder = workspace::folder(lesson, solution).join("src").join("bin");
    let files = names
        .iter()
        .map(|name| (name, folder.join(format!("{name}.rs"))));
    let root = workspace::root();
    match files
        .into_iter()
        .find(|(_, file)| !root.join(file).exists())
    {
        Some((name, file)) => bail!(
            "{} is missing; `cargo xtask reset {} {name}` brings its skeleton back",
            file.display(),
            catalogue::short(lesson)
        ),
        None => Ok(()),
    }
}

/// What `cargo build` is told for these programs of a lesson.
pub(crate) fn program_arguments(lesson: &str, names: &[&str], solution: bool) -> Vec<String> {
    let package = package(lesson, solution);
    let mut arguments = vec!["--package".to_owned(), package];
    for name in names {
        arguments.extend(["--bin".to_owned(), format!("{name}{}", suffix(solution))]);
    }
    arguments
}
