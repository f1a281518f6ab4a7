//! Every word that an instructor reads.

use crate::outputs::Outputs;
use anyhow::Result;
use classroom::exports::LessonSummary;
use classroom::run::Counts;
use classroom::run::Step;
use classroom::run::Summary;
use isolation::Layer;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;
use xtask::share::printable;
use xtask::share::short_name;

#[cfg(test)]
mod tests;

pub(crate) const HELP_END: &str = "\
Begin with: cargo xtask grade submissions/ --lesson 2 --roster class.csv
Exit status: 0 done, 2 wrong usage or a fault that is not a student's.";

pub(crate) const GRADE_HELP_END: &str = "\
From a folder of downloads to a file of grades:
  submissions/ada/lesson2-echo/src/bin/greeter.rs …     one folder a student,
  submissions/grace.zip                                 or one archive; a whole repository will do
  cargo xtask grade submissions/ --lesson 2 --roster class.csv

A student's id is the name of the folder, or of the archive without its ending. The ids of the roster must be the same.

  grades/grades.csv              a row a student; for each lesson points, state, reason and the points of each stage
  grades/feedback/STUDENT.md     what to give back; grades.csv names each student's page
  grades/verdicts/STUDENT/LESSON.json
  grades/notes.txt               what to look at: who is not on the roster, what could not be taken

A verdict is all that is known of one student's work on one lesson: points, each check's outcome, what did not compile, and why.

Only .rs files below a lesson's src/ are taken; manifests and build scripts are always ours. Whatever a submission does, it does in a
cell: no network, no file of yours, few resources. A run that was interrupted goes on where it stopped. What has a verdict is not judged
again until its files, the course, the compiler, --seed, --patience, --compile-time or the isolation change, or with --force.

With --lesson, the students of these lessons are those who are there now, and other lessons stay as they are. With --only, all others do.

Exit status: 0 every submission has its verdict (good or bad), 2 wrong usage, an interrupted run, or a fault that is not a student's.";

/// Why programs of strangers are not started on this machine.
pub(crate) fn weak(layers: &[Layer]) -> String {
    let mut text = String::from(
        "this machine cannot keep the programs of strangers away from your files, your network and your processes:\n",
    );
    for layer in layers {
        if let Some(reason) = &layer.missing
            && isolation::NECESSARY.contains(&layer.name.as_str())
        {
            let _ = writeln!(text, "  {}: {reason}", layer.name);
        }
    }
    text.push_str(
        "`cargo xtask doctor --grading` says what to do about it. With --allow-weak-isolation it is done all the same, one submission at \
         a time, and every result says so: only for people whom you trust",
    );
    text
}

/// The layers of isolation, for `probe`.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn layers(layers: &[Layer], is_strong: bool) -> Result<()> {
    let mut text = String::from(
        "isolation, for grading (each layer as a launch in a cell has just shown it)\n",
    );
    for layer in layers {
        match &layer.missing {
            None => {
                let _ = writeln!(text, "  ok    {}", layer.name);
            }
            Some(reason) => {
                let is_necessary = isolation::NECESSARY.contains(&layer.name.as_str());
                let word = if is_necessary { "FAIL" } else { "-   " };
                let _ = writeln!(text, "  {word}  {}: {reason}", layer.name);
                if let Some(cure) = cure(&layer.name, reason) {
                    let _ = writeln!(text, "          {cure}");
                }
            }
        }
    }
    text.push_str(if is_strong {
        "Programs of strangers can be graded here.\n"
    } else {
        "Programs of strangers cannot be graded here: a layer marked FAIL is missing.\n"
    });
    print(&text)
}

/// What to do about a layer that is missing.
fn cure(layer: &str, reason: &str) -> Option<&'static str> {
    match layer {
        "memory_cgroup" => Some(
            "Only root can have one here, or who has been given a part of the control groups: `systemd-run --user --scope -p Delegate=yes …`. \
             Without it, our own side adds up the memory of all programs every 50 ms.",
        ),
        "uid" => Some("Nothing to do: programs run as you, behind all the other layers."),
        "landlock" => Some("Nothing to do: the mounts keep programs away from files already."),
        _ if reason.contains("new namespaces") || reason.contains("map the user") => Some(
            "Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0. Docker: --security-opt seccomp=unconfined (or a profile with \
             unshare and mount), --security-opt apparmor=unconfined. Elsewhere: sysctl user.max_user_namespaces=10000.",
        ),
        _ if reason.contains("mount /proc") => Some(
            "A container hides parts of /proc: start it with --security-opt systempaths=unconfined.",
        ),
        _ => None,
    }
}

/// What the instructor should know, on stderr.
pub(crate) fn notes(notes: &[String]) {
    for note in notes {
        eprint_line(&format!("note: {}", printable(note)));
    }
}

/// Something that takes long begins, on stderr.
pub(crate) fn step(text: &str) {
    eprint_line(text);
}

/// Something went wrong.
pub(crate) fn error(error: &anyhow::Error) {
    let text = format!("{error:#}");
    let lines: Vec<String> = text.lines().map(printable).collect();
    eprint_line(&format!("error: {}", lines.join("\n")));
}

/// What there is to do.
pub(crate) fn planned(counts: &Counts) -> String {
    let mut text = format!("{} to judge", count(counts.units, "submission"));
    for (number, what) in [
        (counts.kept, "judged before"),
        (counts.copied, "the same as another"),
        (counts.missing, "with nothing handed in"),
        (counts.untaken, "of which nothing could be taken"),
        (counts.unread, "that could not be read"),
    ] {
        if number > 0 {
            let _ = write!(text, ", {number} {what}");
        }
    }
    text
}

/// One more is done.
pub(crate) fn judged(step: &Step<'_>) -> String {
    let rate = step.done as f64 / step.elapsed.as_secs_f64().max(0.001);
    let left = Duration::from_secs_f64((step.all - step.done) as f64 / rate);
    let report = step.verdict.report();
    let id: String = printable(&step.verdict.student.id).replace('\n', " ");
    let id: String = id.chars().take(30).collect();
    format!(
        "{} of {}   {rate:.1} a second, {} left   {} {id}: {} of {}",
        step.done,
        step.all,
        time(left),
        short_name(&report.lesson),
        report.score,
        report.max_score,
    )
}

fn time(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 {
        return format!("{seconds} s");
    }
    format!("{} min {:02} s", seconds / 60, seconds % 60)
}

/// Ctrl-C. With `--force` the same command would begin from the beginning.
pub(crate) fn interrupted(done: &Summary, is_forced: bool) {
    eprint_line(&interruption(done, is_forced));
}

fn interruption(done: &Summary, is_forced: bool) -> String {
    let next = if is_forced {
        "without --force the command goes on from here"
    } else {
        "the same command goes on from here"
    };
    format!(
        "interrupted: {} judged, {} left; {next}",
        done.judged, done.left
    )
}

/// The end of a run: how the class has done, and where everything is.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn graded(
    done: &Summary,
    outputs: &Outputs,
    folder: &Path,
    is_weak: bool,
) -> Result<()> {
    print(&end_of_run(done, outputs, folder, is_weak))
}

fn end_of_run(done: &Summary, outputs: &Outputs, folder: &Path, is_weak: bool) -> String {
    let mut text = String::new();
    for (student, lesson, reason) in &done.broken {
        let _ = writeln!(
            text,
            "BROKEN  {} {}: {} (our fault; the same command tries once more)",
            short_name(lesson),
            one_line(student),
            one_line(reason)
        );
    }
    text.push_str(&class(outputs));
    if is_weak {
        text.push_str("weak isolation: programs were not kept away from this machine, and every result says so\n");
    }
    text.push_str(&files(outputs, folder));
    if let Some(part) = &outputs.part {
        let _ = writeln!(
            text,
            "this is part {part}: {} of {}; cargo xtask merge DIR... --out DIR puts the parts together",
            outputs.pages,
            count(outputs.students, "student")
        );
    }
    text
}

/// Where everything is.
fn files(outputs: &Outputs, folder: &Path) -> String {
    let (grades, feedback) = (folder.join("grades.csv"), folder.join("feedback"));
    let pages = count(outputs.pages, "student");
    format!(
        "{}\n{}   for {pages}\n",
        grades.display(),
        feedback.display()
    )
}

/// Where to read once more what scrolled by, last of all.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn noted(number: usize, folder: &Path) -> Result<()> {
    if number == 0 {
        return Ok(());
    }
    let path = folder.join("notes.txt");
    let notes = count(number, "note");
    print(&format!(
        "{notes} about submissions and roster: {}\n",
        path.display()
    ))
}

/// The same without a run, for `report` and `merge`.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn reported(outputs: &Outputs, folder: &Path) -> Result<()> {
    let mut text = class(outputs);
    text.push_str(&without(outputs));
    text.push_str(&files(outputs, folder));
    print(&text)
}

/// What has no verdict yet, and who may have it.
fn without(outputs: &Outputs) -> String {
    if outputs.without.is_empty() {
        return String::new();
    }
    let number = count(outputs.without.len(), "submission");
    match &outputs.part {
        None => format!("{number} without a verdict: grade once more\n"),
        Some(part) => format!(
            "{number} without a verdict, since this is part {part}: grade once more, or merge the other parts\n"
        ),
    }
}

/// How the class has done, and what most students fail.
fn class(outputs: &Outputs) -> String {
    let mut text = String::new();
    for lesson in &outputs.lessons {
        let _ = writeln!(text, "{}", lesson_line(lesson));
    }
    if !outputs.most_failed.is_empty() {
        text.push_str("\nwhat most students fail\n");
        for failed in &outputs.most_failed {
            let _ = writeln!(
                text,
                "  {:>4} of {:<4} {} {}",
                failed.failed,
                failed.of,
                short_name(&failed.lesson),
                failed.title
            );
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn lesson_line(lesson: &LessonSummary) -> String {
    let mut parts = Vec::new();
    if let Some(spread) = &lesson.spread {
        parts.push(format!(
            "points of those who handed in: {} to {} of {}, median {}",
            spread.lowest, spread.highest, spread.maximum, spread.median
        ));
    }
    for (number, what) in [
        (lesson.full_marks, "with all points"),
        (
            lesson.not_built,
            "with a program that is missing or does not compile",
        ),
        (lesson.missing, "without a submission"),
        (
            lesson.untaken,
            "handed in, but nothing could be taken (see the notes)",
        ),
        (lesson.broken, "broken (our fault)"),
    ] {
        if number > 0 {
            parts.push(format!("{number} {what}"));
        }
    }
    format!("{:<24}{}", lesson.lesson, parts.join("; "))
}

/// What keeps verdicts from being merged.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn obstacles(lines: &[String]) -> Result<()> {
    let mut text = String::from("nothing was merged:\n");
    for line in lines {
        let _ = writeln!(text, "  {}", printable(line));
    }
    print(&text)
}

fn one_line(text: &str) -> String {
    printable(&text.replace('\n', " "))
}

/// `1 student`, `2 students`.
fn count(number: usize, noun: &str) -> String {
    if number == 1 {
        format!("1 {noun}")
    } else {
        format!("{number} {noun}s")
    }
}

/// A text on stdout. A reader that has gone is no error.
fn print(text: &str) -> Result<()> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn eprint_line(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}
