//! `cargo xtask hint`: the hint of one check, or of the first that fails.

use crate::FALLS_SHORT;
use crate::PASSED;
use crate::catalogue;
use crate::check;
use crate::messages;
use anyhow::Result;
use grader::Outcome;

/// Show the hint of a check, or of the first check that fails.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The lesson: 2, lesson2 or lesson2-echo.
    lesson: String,
    /// The check's name or a part of it; without it, your programs are checked and the first failure is taken.
    check: Option<String>,
}

/// # Errors
/// Wrong usage, and what is not the student's fault.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let lesson = catalogue::find(&arguments.lesson)?;
    if let Some(word) = &arguments.check {
        for check in catalogue::select(lesson, std::slice::from_ref(word))? {
            messages::hint(check)?;
        }
        return Ok(PASSED);
    }
    let all = check::Arguments {
        lesson: Some(lesson.name.to_owned()),
        patience: 1,
        repeat: 1,
        ..check::Arguments::default()
    };
    for task in check::plan(&all)? {
        let report = check::judge(&task, &all, 1, true)?;
        if !report.build.ok {
            messages::lesson(&report, lesson, &all)?;
            return Ok(FALLS_SHORT);
        }
        let failing = report
            .checks
            .iter()
            .find(|check| !matches!(check.outcome, Outcome::Passed | Outcome::Unavailable))
            .and_then(|report| lesson.checks().find(|check| check.name == report.name));
        if let Some(check) = failing {
            messages::hint(check)?;
            return Ok(FALLS_SHORT);
        }
    }
    messages::nothing_to_hint(lesson.name)?;
    Ok(PASSED)
}
