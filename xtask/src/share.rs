//! What the instructor's commands (`crates/instructor`) use of the student's.

use crate::catalogue;
use crate::doctor;
use crate::messages;
use crate::workspace;
use anyhow::Result;
use grader::CheckReport;
use grader::Lesson;
use std::path::Path;
use std::path::PathBuf;

/// The five lessons, in order.
pub fn course() -> &'static [&'static Lesson] {
    &catalogue::COURSE
}

/// The lesson that somebody calls `2`, `lesson2` or `lesson2-echo`, or by a path with such a folder in it.
///
/// # Errors
/// Where there is none, with the nearest name.
pub fn find_lesson(text: &str) -> Result<&'static Lesson> {
    catalogue::find(text)
}

/// `lesson2` for `lesson2-echo`.
pub fn short_name(lesson: &str) -> &str {
    catalogue::short(lesson)
}

/// A failing check in full, without colour, in so many columns: what was done, expected and got, the conversation, stderr, a hint, and
/// what to type to see it again. Empty where nothing failed.
pub fn failure_page(check: &CheckReport, lesson: &str, columns: usize) -> String {
    messages::lesson::failure_page(check, lesson, columns)
}

/// A text without anything that a terminal would obey.
pub fn printable(line: &str) -> String {
    messages::lesson::printable(line)
}

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    workspace::root()
}

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    workspace::target()
}

/// How much we may still write to the disk of a folder, in bytes; `None` where the system does not tell.
pub fn free_room_in(folder: &Path) -> Option<u64> {
    doctor::machine::free_room_in(folder)
}
