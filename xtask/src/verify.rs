//! `cargo xtask verify`: proves that the course is right. Skeletons score nothing, solutions everything; every check has a
//! hint and catches a mistake; every flawed program fails its checks and no others; correct ones pass.

use crate::OUR_FAULT;
use crate::PASSED;
use crate::cargo;
use crate::cargo::Built;
use crate::catalogue;
use crate::check;
use crate::messages;
use crate::solution;
use crate::sources;
use crate::worker;
use crate::worker::Job;
use crate::worker::Proof;
use crate::worker::Prove;
use crate::workspace;
use anyhow::Context;
use anyhow::Result;
use grader::Lesson;
use grader::LessonReport;
use grader::Outcome;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// Prove that the checks are right (for authors; minutes).
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The lesson; all of them without it.
    lesson: Option<String>,
    /// Leave out the flawed and the correct programs, which `cargo test` proves, too: for a run that follows it.
    #[arg(long)]
    without_programs: bool,
}

/// # Errors
/// Wrong usage, and where nothing can be proved at all. What is proved wrong is exit status 2.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let lessons = match &arguments.lesson {
        Some(text) => vec![catalogue::find(text)?],
        None => catalogue::COURSE.to_vec(),
    };
    let mut complaints = Vec::new();
    for lesson in lessons {
        messages::step(&format!("{}: the table", lesson.name));
        complaints.extend(check_table(lesson));
        complaints.extend(check_readme(lesson)?);
        messages::step(&format!(
            "{}: the skeleton is the solution with holes",
            lesson.name
        ));
        complaints.extend(check_mirror(lesson)?);
        complaints.extend(solution::check_reason(lesson)?);
        complaints.extend(sources::compare_skeleton(&workspace::root(), lesson)?);
        messages::step(&format!("{}: the skeleton scores nothing", lesson.name));
        complaints.extend(check_skeleton(lesson)?);
        messages::step(&format!("{}: the solution has full marks", lesson.name));
        complaints.extend(check_solution(lesson)?);
        if arguments.without_programs {
            continue;
        }
        let (flaws, variants) = (lesson.flaws().count(), lesson.variants.len());
        messages::step(&format!(
            "{}: {flaws} flawed and {variants} correct programs",
            lesson.name
        ));
        complaints.extend(check_specimens(lesson)?);
    }
    messages::verified(&complaints)?;
    Ok(if complaints.is_empty() {
        PASSED
    } else {
        OUR_FAULT
    })
}

fn check_table(lesson: &Lesson) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut names = BTreeSet::new();
    for check in lesson.checks() {
        let mut complain = |what: &str| complaints.push(format!("check {}: {what}", check.name));
        if !names.insert(check.name) {
            complain("another check has the same name");
        }
        if check.hint.trim().len() < 20 {
            complain("it has no hint");
        }
        if check.points == 0 {
            complain("it gives no points");
        }
        if !lesson.programs.contains(&check.program) {
            complain("its program is none of the lesson's");
        }
        if lesson
            .stages
            .iter()
            .all(|stage| stage.number != check.stage)
        {
            complain("its stage is none of the lesson's");
        }
        if !lesson
            .flaws()
            .flat_map(|flaw| flaw.caught_by)
            .any(|(name, _)| *name == check.name)
        {
            complain("no flawed program fails it");
        }
    }
    let mut flaws = BTreeSet::new();
    let twins = lesson.flaws().filter(|flaw| !flaws.insert(flaw.name));
    complaints
        .extend(twins.map(|flaw| format!("flaw {}: another one has the same name", flaw.name)));
    complaints
}

/// The README must name every check's title: what it does not promise must not be demanded.
fn check_readme(lesson: &Lesson) -> Result<Vec<String>> {
    let path = workspace::folder(lesson.name, false).join("README.md");
    let text = fs::read_to_string(workspace::root().join(&path))
        .with_context(|| format!("failed to read {}", path.display()))?;
    // Markdown may mark a word as code.
    let text = text.replace('`', "");
    let missing = lesson.checks().filter(|check| !text.contains(check.title));
    let mut complaints: Vec<String> = missing
        .map(|check| {
            format!(
                "{} does not list the check \"{}\"",
                path.display(),
                check.title
            )
        })
        .collect();
    let points: u32 = lesson.checks().map(|check| check.points).sum();
    let totals = format!("{} checks, {points} points", lesson.checks().count());
    if !text.contains(&totals) {
        complaints.push(format!(
            "{} does not say that there are {totals}",
            path.display()
        ));
    }
    Ok(complaints)
}

fn check_mirror(lesson: &Lesson) -> Result<Vec<String>> {
    let root = |solution| {
        workspace::root()
            .join(workspace::folder(lesson.name, solution))
            .join("src")
    };
    let (exercise, solution) = (root(false), root(true));
    let (skeletons, solutions) = (files(&exercise)?, files(&solution)?);
    let mut complaints = Vec::new();
    for file in skeletons.symmetric_difference(&solutions) {
        complaints.push(format!(
            "{}: only the exercise or only the solution has src/{}",
            lesson.name,
            file.display()
        ));
    }
    for file in skeletons.intersection(&solutions) {
        let read = |folder: &Path| {
            let path = folder.join(file);
            fs::read_to_string(&path).with_context(|| format!("failed to read {}", path.display()))
        };
        let (skeleton, solution) = (read(&exercise)?, read(&solution)?);
        if let Some(line) = first_foreign_line(&skeleton, &solution) {
            complaints.push(format!(
                "{}: src/{} has a line that its solution has not: {line}",
                lesson.name,
                file.display()
            ));
        }
    }
    Ok(complaints)
}

/// The first line of the skeleton that does not occur in the solution after those before it. Imports, comments and holes are
/// left aside.
fn first_foreign_line<'a>(skeleton: &'a str, solution: &str) -> Option<&'a str> {
    let mut rest = solution.lines().map(str::trim);
    // A hole that rustfmt has laid out over several lines ends where a line begins with its closing parenthesis.
    let mut is_in_hole = false;
    skeleton.lines().map(str::trim).find(|line| {
        let was_in_hole = is_in_hole;
        is_in_hole = *line == "todo!(" || (is_in_hole && !line.starts_with(')'));
        let is_left_aside = was_in_hole
            || line.is_empty()
            || line.starts_with("use ")
            || line.starts_with("//")
            || line.starts_with("todo!(");
        !is_left_aside && !rest.any(|other| other == *line)
    })
}

fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let entries =
            fs::read_dir(&next).with_context(|| format!("failed to read {}", next.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap_or(&path).to_owned());
            }
        }
    }
    Ok(found)
}

fn check_skeleton(lesson: &Lesson) -> Result<Vec<String>> {
    let built = cargo::build_programs(lesson.name, lesson.programs, false, true)?;
    let mut complaints: Vec<String> = Vec::new();
    for text in built.warnings.iter().chain(&built.errors) {
        let first = text.lines().next().unwrap_or_default();
        complaints.push(format!(
            "the skeleton of {} compiles with: {first}",
            lesson.name
        ));
    }
    if built.ok {
        let report = judge(lesson, false)?;
        let started = report.checks.iter().filter(|check| {
            check.points > 0 || !matches!(check.outcome, Outcome::NotStarted | Outcome::Unavailable)
        });
        complaints.extend(started.map(|check| {
            format!(
                "the skeleton of {} is {:?} on {}, not NotStarted",
                lesson.name, check.outcome, check.name
            )
        }));
    }
    Ok(complaints)
}

fn check_solution(lesson: &Lesson) -> Result<Vec<String>> {
    let report = judge(lesson, true)?;
    let mut complaints = Vec::new();
    if !report.build.ok {
        complaints.push(format!("the solution of {} does not compile", lesson.name));
    }
    let failing = report
        .checks
        .iter()
        .filter(|check| !matches!(check.outcome, Outcome::Passed | Outcome::Unavailable));
    complaints.extend(failing.map(|check| {
        format!(
            "the solution of {} is {:?} on {}",
            lesson.name, check.outcome, check.name
        )
    }));
    Ok(complaints)
}

fn judge(lesson: &Lesson, solution: bool) -> Result<LessonReport> {
    let arguments = check::Arguments {
        lesson: Some(lesson.name.to_owned()),
        solution,
        patience: 1,
        repeat: 1,
        ..check::Arguments::default()
    };
    let task = check::plan(&arguments)?
        .into_iter()
        .next()
        .context("a lesson without a task")?;
    check::judge(&task, &arguments, 1, true)
}

fn check_specimens(lesson: &Lesson) -> Result<Vec<String>> {
    let package = format!("{}-checks", lesson.name);
    let built = cargo::build(&["--package", &package, "--bins", "--examples"], true)?;
    if !built.ok {
        return Ok(vec![format!(
            "the flawed or correct programs of {} do not compile",
            lesson.name
        )]);
    }
    let short = catalogue::short(lesson.name);
    let executable = |built: &Built, name: String| -> Result<PathBuf> {
        let path = built
            .executables
            .get(&name)
            .with_context(|| format!("cargo built no {name}"))?;
        Ok(path.into())
    };
    let job = Job::Prove(Prove {
        lesson: lesson.name.to_owned(),
        flawed: executable(&built, format!("{short}-flawed"))?,
        correct: executable(&built, format!("{short}-correct"))?,
        scripts: workspace::root()
            .join("crates")
            .join(lesson.name)
            .join("examples/correct"),
    });
    let mut complaints = Vec::new();
    let mut unproved: BTreeSet<String> = lesson
        .flaws()
        .map(|flaw| format!("{}::{}", flaw.program, flaw.name))
        .collect();
    worker::run(&job, |proof: Proof| {
        unproved.remove(&proof.name);
        messages::proved(&proof.name, proof.complaint.is_none());
        if let Some(complaint) = proof.complaint {
            complaints.push(format!(
                "{}:\n  {}",
                proof.name,
                complaint.replace('\n', "\n  ")
            ));
        }
    })?;
    if !unproved.is_empty() {
        complaints.push(format!(
            "{}: this machine cannot show what {} of the flawed programs are (`cargo xtask doctor` says what it lacks)",
            lesson.name,
            unproved.len()
        ));
    }
    Ok(complaints)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skeleton_is_its_solution_with_holes() {
        let solution = "use std::io;\nfn main() {\n    let a = 1;\n    print(a);\n}\n";
        let skeleton = "fn main() {\n    // TODO: print it\n    todo!(\"print\")\n}\n";
        assert_eq!(first_foreign_line(skeleton, solution), None);
        let long = "fn main() {\n    todo!(\n        \"print {}\",\n        1\n    )\n}\n";
        assert_eq!(first_foreign_line(long, solution), None);
        let behind = "todo!(\n    \"print\"\n)\nlet b = 2;\n";
        assert_eq!(first_foreign_line(behind, solution), Some("let b = 2;"));
        assert_eq!(
            first_foreign_line("fn main() {\n    let b = 2;\n}\n", solution),
            Some("let b = 2;")
        );
        assert_eq!(
            first_foreign_line("print(a);\nlet a = 1;\n", solution),
            Some("let a = 1;")
        );
    }
}
