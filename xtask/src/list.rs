//! `cargo xtask list`: the lessons, their stages, and how far the student is.

use crate::PASSED;
use crate::catalogue;
use crate::catalogue::COURSE;
use crate::messages;
use crate::progress::Progress;
use anyhow::Result;

/// Show the lessons, their stages and points, and how far you are.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Show every check of this lesson.
    lesson: Option<String>,
    /// Show what you have learnt in this lesson so far.
    #[arg(long, requires = "lesson")]
    learnt: bool,
}

/// # Errors
/// Wrong usage.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let progress = Progress::load();
    let text = match &arguments.lesson {
        Some(name) if arguments.learnt => {
            messages::progress::learnt(catalogue::find(name)?, &progress)
        }
        Some(name) => messages::progress::checks(catalogue::find(name)?, &progress),
        None => lessons(&progress),
    };
    messages::print(&text)?;
    Ok(PASSED)
}

/// All lessons, and what comes next.
pub(crate) fn lessons(progress: &Progress) -> String {
    let mut text = String::new();
    for lesson in COURSE {
        text.push_str(&messages::progress::lesson(lesson, progress));
        text.push('\n');
    }
    text.push_str(&messages::progress::next(progress));
    text
}
