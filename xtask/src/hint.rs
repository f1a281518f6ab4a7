//! `cargo xtask hint`: help in steps for one check, or for the first that fails.

use crate::FALLS_SHORT;
use crate::PASSED;
use crate::catalogue;
use crate::check;
use crate::messages;
use crate::progress::Progress;
use anyhow::Result;
use grader::Lesson;
use grader::Outcome;

/// Show help for a check, or for the first check that fails: a question, then the call to look at, then a sketch.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  cargo xtask hint                             a question about the first check that fails
  cargo xtask hint lesson2 echoes-one-line     a question about this check
  cargo xtask hint lesson2 echoes-one-line --step 2     the call to look at; 3 is a sketch")]
pub(crate) struct Arguments {
    /// The lesson: 2, lesson2 or lesson2-echo; without it, the one that you are in.
    lesson: Option<String>,
    /// The check's name or a part of it; without it, your programs are checked and the first failure is taken.
    check: Option<String>,
    /// How much to tell: 1 a question, 2 the call to look at, 3 a sketch.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=i64::from(messages::hint::STEPS)))]
    step: u8,
}

/// # Errors
/// Wrong usage, and what is not the student's fault.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let lesson = match &arguments.lesson {
        Some(name) => catalogue::find(name)?,
        None => Progress::load()
            .current_lesson()
            .unwrap_or(catalogue::COURSE[0]),
    };
    let Some(word) = &arguments.check else {
        return first_failure(lesson, arguments.step);
    };
    for check in catalogue::select(lesson, std::slice::from_ref(word))? {
        messages::print(&messages::hint::page(lesson, check, arguments.step))?;
    }
    Ok(PASSED)
}

fn first_failure(lesson: &'static Lesson, step: u8) -> Result<u8> {
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
            .find(|check| !matches!(check.outcome, Outcome::Passed | Outcome::Unavailable));
        let check =
            failing.and_then(|report| lesson.checks().find(|check| check.name == report.name));
        if let (Some(failing), Some(check)) = (failing, check) {
            messages::print(&messages::lesson::hole(failing))?;
            messages::print(&messages::hint::page(lesson, check, step))?;
            return Ok(FALLS_SHORT);
        }
    }
    messages::print(&messages::hint::nothing(lesson.name))?;
    Ok(PASSED)
}
