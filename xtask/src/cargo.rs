//! Builds programs with cargo, and learns from it where the executables are and what the compiler said.

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
use std::io::BufRead;
use std::io::BufReader;
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
}

/// A line of cargo's JSON output, as far as it matters here.
#[derive(Deserialize)]
struct Line {
    reason: String,
    target: Option<Target>,
    executable: Option<String>,
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
    let format = if aloud && style::on_stderr() && style::on_stdout() {
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
    let listener = std::thread::spawn(move || {
        let mut said = Vec::new();
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            if aloud {
                messages::cargo_progress(&line);
            }
            said.push(line);
        }
        said
    });
    let stdout = child.stdout.take().context("cargo has no stdout")?;
    let mut built = Built::default();
    for line in BufReader::new(stdout).lines() {
        let line = line.context("failed to read cargo's output")?;
        if let Ok(line) = serde_json::from_str::<Line>(&line) {
            built.take(line);
        }
    }
    built.ok = child.wait().context("failed to wait for cargo")?.success();
    let said = listener.join().unwrap_or_default();
    if !built.ok && built.errors.is_empty() {
        bail!(
            "cargo build {} failed:\n{}",
            arguments.join(" "),
            said.join("\n")
        );
    }
    Ok(built)
}

impl Built {
    fn take(&mut self, line: Line) {
        match (
            line.reason.as_str(),
            line.target,
            line.executable,
            line.message,
        ) {
            ("compiler-artifact", Some(target), Some(executable), _) => {
                self.executables.insert(target.name, executable);
            }
            ("compiler-message", _, _, Some(message)) => {
                let Some(text) = message.rendered else { return };
                match message.level.as_str() {
                    "warning" => self.warnings.push(text),
                    "error" | "error: internal compiler error" => self.errors.push(text),
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
    let package = package(lesson, solution);
    let mut arguments = vec!["--package".to_owned(), package];
    for name in names {
        arguments.extend(["--bin".to_owned(), format!("{name}{}", suffix(solution))]);
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    build(&arguments, aloud)
}
