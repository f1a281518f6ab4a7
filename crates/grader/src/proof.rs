//! The proof that the checks are right: every flawed program fails exactly the checks named for it, and every correct
//! program passes, however it is built.

use crate::grade::Options;
use crate::grade::grade;
use crate::lesson::Flaw;
use crate::lesson::Lesson;
use crate::lesson::Variant;
use crate::program::Program;
use crate::program::Programs;
use crate::report::CheckReport;
use crate::report::Environment;
use crate::report::LessonReport;
use crate::report::Outcome;
use std::path::Path;

/// Judges one flawed program, which `executable` plays when the flaw's name is its first argument.
///
/// # Errors
/// A line for each check that did not do what the lesson's table says.
pub fn prove_flaw(
    lesson: &Lesson,
    flaw: &Flaw,
    executable: &Path,
    options: &Options,
) -> Result<(), String> {
    let words = [executable.as_os_str(), flaw.name.as_ref()];
    let report = judge(lesson, flaw.program, Program::command(words), options);
    let mut wrong = Vec::new();
    for check in &report.checks {
        let named = flaw.caught_by.iter().find(|(name, _)| *name == check.name);
        let complaint = match (named, check.outcome) {
            (_, Outcome::Unavailable) | (None, Outcome::Passed | Outcome::Blocked) => continue,
            (Some((_, cause)), outcome) if outcome.is_failure() => {
                let found = check.failure.as_ref().map(|failure| failure.cause);
                if found == Some(*cause) {
                    continue;
                }
                format!("fails with {found:?} instead of {cause:?}")
            }
            (Some(_), outcome) => format!("should fail, but is {outcome:?}"),
            (None, outcome) => format!("should pass, but is {outcome:?}"),
        };
        wrong.push(format!("{}: {complaint}{}", check.name, details(check)));
    }
    for (name, _) in flaw.caught_by {
        if report.checks.iter().all(|check| check.name != *name) {
            wrong.push(format!(
                "{name}: {} has no check of that name",
                flaw.program
            ));
        }
    }
    if flaw.caught_by.is_empty() {
        wrong.push("no check is named for it".to_owned());
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n"))
    }
}

/// Judges one correct program of another build: nothing may fail.
///
/// # Errors
/// A line for each check that did not pass.
pub fn prove_variant(
    lesson: &Lesson,
    variant: &Variant,
    program: Program,
    options: &Options,
) -> Result<(), String> {
    let report = judge(lesson, variant.program, Some(program), options);
    let wrong: Vec<String> = report
        .checks
        .iter()
        .filter(|check| !matches!(check.outcome, Outcome::Passed | Outcome::Unavailable))
        .map(|check| format!("{}: {:?}{}", check.name, check.outcome, details(check)))
        .collect();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n"))
    }
}

fn judge(lesson: &Lesson, name: &str, program: Option<Program>, options: &Options) -> LessonReport {
    let programs: Programs = program
        .map(|program| (name.to_owned(), program))
        .into_iter()
        .collect();
    grade(lesson, &programs, Environment::default(), options)
}

fn details(check: &CheckReport) -> String {
    let Some(failure) = &check.failure else {
        return String::new();
    };
    let words = [&failure.doing, &failure.expected, &failure.got];
    let words: Vec<String> = words.iter().map(|text| text.replace('\n', " ")).collect();
    format!(
        " (doing: {}; expected: {}; got: {})",
        words[0], words[1], words[2]
    )
}

/// Does this machine have Python 3, for the correct programs that are written in it?
pub fn has_python() -> bool {
    let output = std::process::Command::new("python3")
        .arg("--version")
        .output();
    output.is_ok_and(|output| output.status.success())
}
