//! The words about how far a student is: the list, the place, what comes next, what was learnt.

use super::count;
use super::wrap;
use crate::catalogue::short;
use crate::progress::Gained;
use crate::progress::Progress;
use crate::progress::Sources;
use crate::progress::Standing;
use crate::progress::State;
use crate::style;
use crate::style::Mark;
use crate::style::paint;
use grader::Check;
use grader::Lesson;
use grader::Outcome;
use std::fmt::Write;

/// The widest row of `list`; a narrower screen gets shorter ones.
const WIDEST: usize = 118;

/// One lesson of `list`: its stages, then its programs.
pub(crate) fn lesson(lesson: &Lesson, progress: &Progress) -> String {
    let sources = Sources::read(lesson);
    let whole = progress.standing(lesson, &sources, |_| true);
    let name = paint(style::on_stdout(), Mark::Strong, lesson.name);
    let mut text = format!("{name}   {}\n", lesson.title);
    for stage in lesson.stages {
        let standing = progress.standing(lesson, &sources, |check| check.stage == stage.number);
        let title = format!("stage {}  {}", stage.number, stage.title);
        text.push_str(&row(&title, &standing));
    }
    for program in lesson.programs {
        let standing = progress.standing(lesson, &sources, |check| check.program == *program);
        text.push_str(&row(program, &standing));
    }
    text.push_str(&row("together", &whole));
    text
}

/// How far something is, in a line.
pub(super) fn row(title: &str, standing: &Standing) -> String {
    let is_narrow = cell::terminal_columns().is_some_and(|columns| columns < WIDEST);
    let (colour, before) = (style::on_stdout(), standing.passed_before);
    let state = if standing.is_done() {
        paint(colour, Mark::Good, "done")
    } else if before > 0 && is_narrow {
        paint(
            colour,
            Mark::Note,
            &format!("+{before} before your last edit"),
        )
    } else if before > 0 {
        let words = format!("{before} more passed before your last edit");
        paint(colour, Mark::Note, &words)
    } else if standing.is_known || standing.checks == 0 {
        String::new()
    } else {
        paint(colour, Mark::Faint, "not checked yet")
    };
    let Standing {
        passed,
        checks,
        points,
        max_points,
        ..
    } = standing;
    let row = if is_narrow {
        let title: String = title.chars().take(33).collect();
        format!("  {title:<33} {passed:>3}/{checks:<3} {points:>3}/{max_points:<3} points  {state}")
    } else {
        format!(
            "  {title:<40} {passed:>3} of {checks:>3} checks {points:>4} of {max_points:>3} points   {state}"
        )
    };
    format!("{}\n", row.trim_end())
}

/// Every check of a lesson, with what is known of it.
pub(crate) fn checks(lesson: &Lesson, progress: &Progress) -> String {
    let sources = Sources::read(lesson);
    let mut text = String::new();
    for program in lesson.programs {
        let _ = writeln!(text, "{program}");
        for check in lesson.checks().filter(|check| check.program == *program) {
            let word = state(progress.state(lesson, check, &sources));
            let _ = writeln!(
                text,
                "  {word}  stage {}  {:<46} {:>2}  {}",
                check.stage, check.name, check.points, check.title
            );
        }
        text.push('\n');
    }
    text.push_str(
        "ok passes · was passed before your last edit · FAIL fails · todo not started · wait for an earlier stage · \
         n/a not on this machine · - not checked yet\n",
    );
    text
}

fn state(state: State) -> String {
    let colour = style::on_stdout();
    let (mark, word) = match state {
        State::Unknown | State::Now(Outcome::Broken) | State::Before(Outcome::Broken) => {
            (Mark::Faint, "-   ")
        }
        State::Now(Outcome::Passed) => (Mark::Good, "ok  "),
        State::Before(Outcome::Passed) => (Mark::Note, "was "),
        State::Now(Outcome::Failed | Outcome::TimedOut)
        | State::Before(Outcome::Failed | Outcome::TimedOut) => (Mark::Bad, "FAIL"),
        State::Now(Outcome::NotStarted) | State::Before(Outcome::NotStarted) => {
            (Mark::Note, "todo")
        }
        State::Now(Outcome::Blocked) | State::Before(Outcome::Blocked) => (Mark::Note, "wait"),
        State::Now(Outcome::Unavailable) | State::Before(Outcome::Unavailable) => {
            (Mark::Faint, "n/a ")
        }
    };
    paint(colour, mark, word)
}

/// What `cargo xtask` says before anything was checked.
pub(crate) fn welcome() -> String {
    let title = paint(
        style::on_stdout(),
        Mark::Strong,
        "Welcome to Loopback, a course in socket programming that grades itself.",
    );
    format!(
        "{title}

You fill in small programs. The course runs them, talks to them over real sockets, as a stranger would, and says
what it saw. At the beginning every check is red or not started: that is how it should be. Each one that turns
to ok is something that you have made work.

Begin like this:

  1. read exercises/lesson2-echo/README.md       the lesson's text, a quarter of an hour
  2. open exercises/lesson2-echo/src/bin/greeter.rs in your editor: the first program, with a hole to fill
  3. cargo xtask watch lesson2                   checks again whenever you save; h gives a hint, q ends it

(Or lesson1, about names and addresses: begin with either.)

  cargo xtask list        all lessons, and how far you are
  cargo xtask doctor      can this machine do everything that the course needs?
  cargo xtask --help      all commands
"
    )
}

/// What `cargo xtask` says later: where you are, and what to do next.
pub(crate) fn place(progress: &Progress) -> String {
    let Some(lesson) = progress.current_lesson() else {
        return next(progress);
    };
    let sources = Sources::read(lesson);
    let whole = progress.standing(lesson, &sources, |_| true);
    let mut text = format!(
        "You are in {}: {} of {} checks pass, {} of {} points.\n",
        paint(style::on_stdout(), Mark::Strong, lesson.name),
        whole.passed,
        whole.checks,
        whole.points,
        whole.max_points
    );
    if whole.passed_before > 0 {
        let _ = writeln!(
            text,
            "{} passed before your last edit: `cargo xtask check {}` says whether they still do.",
            count(whole.passed_before, "check"),
            short(lesson.name)
        );
    }
    let stage = |number: u8| {
        let found = lesson.stages.iter().find(|stage| stage.number == number);
        found.map_or("", |stage| stage.title)
    };
    if let Some(check) = next_check(lesson, progress, &sources) {
        let short = short(lesson.name);
        let _ = write!(
            text,
            "Next, in stage {} of {} ({}): {} {}\n\n",
            check.stage,
            lesson.stages.len(),
            stage(check.stage),
            check.program,
            check.title
        );
        let name = check.name;
        let file = format!("exercises/{}/src/bin/{}.rs", lesson.name, check.program);
        let _ = write!(
            text,
            "  {:<46} the lesson's text\n  {file:<46} the program\n",
            format!("exercises/{}/README.md", lesson.name)
        );
        let commands = [
            (
                format!("cargo xtask watch {short}"),
                "checks again whenever you save",
            ),
            (
                format!("cargo xtask check {short} {name}"),
                "just this check",
            ),
            (
                format!("cargo xtask hint {short} {name}"),
                "a question to think about",
            ),
            (
                "cargo xtask list".to_owned(),
                "everything, and how far you are",
            ),
        ];
        let width = commands.iter().map(|(command, _)| command.len()).max();
        let width = width.unwrap_or(0).max(46);
        for (command, what) in commands {
            let _ = writeln!(text, "  {command:<width$} {what}");
        }
    }
    text
}

/// The first thing to do in a lesson: of the lowest stage that is not passed, the first check.
fn next_check(lesson: &Lesson, progress: &Progress, sources: &Sources) -> Option<&'static Check> {
    let passes = |state: State| matches!(state, State::Now(Outcome::Passed | Outcome::Unavailable));
    lesson
        .checks()
        .filter(|check| !passes(progress.state(lesson, check, sources)))
        .min_by_key(|check| check.stage)
}

/// The last line of `list`.
pub(crate) fn next(progress: &Progress) -> String {
    let Some(lesson) = progress.current_lesson() else {
        return "Every check of every lesson passes. There is nothing left to do here: well done.\n"
            .to_owned();
    };
    let name = short(lesson.name);
    format!(
        "next: cargo xtask check {name}   (cargo xtask list {name} shows its checks; cargo xtask says where you are)\n"
    )
}

/// What somebody has reached: stages of which everything passes, and one sentence of what was learnt.
pub(crate) fn gained(lesson: &Lesson, gained: &Gained, columns: usize) -> String {
    let mut text = String::new();
    for number in &gained.stages {
        let stages = lesson.stages.iter();
        let title = stages.clone().find(|stage| stage.number == *number);
        let title = title.map_or("", |stage| stage.title);
        let words = format!("stage {number} of {} is passed: {title}", stages.len());
        let _ = writeln!(text, "{}", paint(style::on_stdout(), Mark::Good, &words));
    }
    // The last one is of the latest stage.
    let Some((last, others)) = gained.learnt.split_last() else {
        return text;
    };
    text.push_str(&sentence(last, columns));
    if !others.is_empty() {
        let number = count(others.len(), "other thing");
        let command = format!("cargo xtask list {} --learnt", short(lesson.name));
        let _ = writeln!(text, "{:8}and {number}: {command}", "");
    }
    text
}

/// All that somebody has learnt in a lesson so far.
pub(crate) fn learnt(lesson: &Lesson, progress: &Progress) -> String {
    let sentences = progress.learnt(lesson);
    if sentences.is_empty() {
        return format!(
            "nothing yet: each idea of {} comes with a sentence, once a program passes its checks\n",
            short(lesson.name)
        );
    }
    let columns = style::columns();
    sentences
        .iter()
        .map(|text| sentence(text, columns))
        .collect()
}

fn sentence(words: &str, columns: usize) -> String {
    const LABEL: usize = 8;
    let mut text = String::new();
    for (number, line) in wrap(words, columns.saturating_sub(LABEL))
        .iter()
        .enumerate()
    {
        let label = if number == 0 { "learnt" } else { "" };
        let _ = writeln!(text, "{label:<LABEL$}{line}");
    }
    text
}
