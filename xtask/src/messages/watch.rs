//! The words of watch mode: what is on its pages.

use super::count;
use super::hint;
use super::lesson::failure_page;
use super::wrap;
use crate::catalogue::short;
use crate::list;
use crate::progress::Progress;
use crate::style;
use crate::style::Mark;
use crate::style::paint;
use crate::watch::Phase;
use crate::watch::State;
use crate::watch::View;
use crate::workspace;
use grader::CheckReport;
use grader::Outcome;
use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Duration;

pub(crate) const HELP_END: &str = "\
Keys: h hint, n next failing check, a all checks, c whole conversation, l list, t the lesson's text, r run all again,
q quit; arrows, space and b move. Where there is no terminal, every verdict is printed below the last one.";

/// Behind the keys there is room for how many lines there are below.
const MORE: usize = "   1234 more below".len();

/// What each key does.
const KEYS: [(&str, &str); 11] = [
    (
        "h",
        "a hint: a question first, then the call to look at, then a sketch",
    ),
    ("n", "the next failing check"),
    ("a", "all checks, a line each; again: back"),
    (
        "c",
        "the whole conversation of the check that is shown; again: back",
    ),
    ("l", "all lessons, and how far you are; again: back"),
    ("t", "the lesson's text; again: back"),
    ("r", "run all checks again, also enter"),
    (
        "space b",
        "a page down, a page up; arrows, j and k move by a line, g and G to the ends",
    ),
    ("esc", "back to the verdict"),
    ("ctrl-z", "into the background; fg brings it back"),
    ("q", "quit, also ctrl-c"),
];

/// The page, line by line; those that are too long are still to be broken.
pub(crate) fn page(state: &State) -> Vec<String> {
    let mut lines = head(state);
    lines.extend(match (&state.phase, state.view) {
        (Phase::Trouble(words), View::Verdict) => trouble(words),
        (_, View::Verdict) if !state.errors.is_empty() => compile_errors(state),
        (_, View::Verdict) => verdict(state),
        (_, View::All) => all(state),
        (_, View::Conversation) => conversation(state),
        (_, View::List) => text_lines(&list::lessons(&Progress::load())),
        (_, View::Text) => lesson_text(state),
        (_, View::Keys) => keys(),
    });
    lines
}

/// The last row.
pub(crate) fn status(state: &State) -> String {
    let long = "h hint  n next  a all  c conversation  l list  t text  r again  ? keys  q quit";
    let short = "h hint n next a all ? keys q quit";
    let back = "esc back  space more  q quit";
    match state.view {
        View::Verdict if state.columns > long.len() + MORE => long,
        View::Verdict => short,
        _ => back,
    }
    .to_owned()
}

/// Where we are, and what the last save has come to.
fn head(state: &State) -> Vec<String> {
    let colour = style::on_stdout();
    let name = paint(colour, Mark::Strong, state.lesson.name);
    let score = state.report().map_or(String::new(), |report| {
        let total = report.checks.len() - report.count(Outcome::Unavailable);
        format!(
            "   {} of {total} checks pass, {} of {} points",
            report.count(Outcome::Passed),
            report.score,
            report.max_score
        )
    });
    let mut lines = vec![
        format!("{name}{score}"),
        paint(colour, Mark::Faint, &doing(state)),
    ];
    lines.extend(super::warning_line(&state.warnings));
    lines.push(String::new());
    lines
}

fn doing(state: &State) -> String {
    let saved = state
        .saved
        .as_ref()
        .map_or(String::new(), |file| format!("{file} saved: "));
    let seconds = |time: Duration| format!("{:.1} s", time.as_secs_f64());
    match &state.phase {
        Phase::Building => format!("{saved}building …"),
        Phase::Checking => format!("{saved}checking, {} done …", count(state.done(), "check")),
        Phase::DoesNotCompile => format!("{saved}it does not compile yet"),
        Phase::Trouble(_) => format!("{saved}nothing could be checked"),
        Phase::Done => {
            let built = state
                .built_in
                .map_or("nothing to build".to_owned(), |time| {
                    format!("built in {}", seconds(time))
                });
            let checked = state.checked_in.map_or(String::new(), |time| {
                format!(", checked in {}", seconds(time))
            });
            format!("{saved}{built}{checked}")
        }
    }
}

fn trouble(words: &str) -> Vec<String> {
    let mut lines = text_lines(words);
    lines.push(String::new());
    lines.push("r tries again; so does the next save.".to_owned());
    lines
}

fn compile_errors(state: &State) -> Vec<String> {
    let mut lines = text_lines(&state.errors.concat());
    if state.phase == Phase::DoesNotCompile {
        lines.push(
            "It does not compile yet. The first error above is the one to mend first.".to_owned(),
        );
    }
    lines
}

/// The failing check that is shown, whole, and the others in a line each.
fn verdict(state: &State) -> Vec<String> {
    if state.report().is_none() && state.shown().is_none() {
        return vec!["The first build and the first checks are on their way.".to_owned()];
    }
    let mut lines = Vec::new();
    if let Some(warning) = &state.warning {
        lines.extend(wrap(&format!("warning: {warning}"), state.columns));
        lines.push(String::new());
    }
    let Some(shown) = state.shown() else {
        lines.extend(nothing_fails(state));
        lines.extend(learnt(state));
        return lines;
    };
    lines.push(paint(style::on_stdout(), Mark::Strong, &shown.program));
    lines.push(result(shown, state.columns));
    lines.extend(text_lines(&failure_page(
        shown,
        state.lesson.name,
        state.columns,
    )));
    lines.extend(help(state, shown));
    let others: Vec<&CheckReport> = state
        .failing()
        .into_iter()
        .filter(|check| check.name != shown.name)
        .collect();
    if !others.is_empty() {
        let number = count(others.len(), "other check");
        let verb = if others.len() == 1 { "fails" } else { "fail" };
        lines.push(format!("{number} {verb}, too:"));
        lines.extend(others.iter().map(|check| result(check, state.columns)));
        lines.push(String::new());
    }
    lines.extend(rest(state));
    lines.extend(learnt(state));
    lines
}

/// The steps of the ladder that were asked for.
fn help(state: &State, shown: &CheckReport) -> Vec<String> {
    let check = state.lesson.checks().find(|check| check.name == shown.name);
    let mut lines = Vec::new();
    for step in 1..=state.steps {
        let columns = state.columns.saturating_sub(8);
        let text = check.map_or(Vec::new(), |check| {
            hint::step(state.lesson, check, step, columns)
        });
        lines.extend(text.iter().map(|line| format!("        {line}")));
    }
    if (1..hint::STEPS).contains(&state.steps) {
        let more = format!("        ({} of {}: h for more)", state.steps, hint::STEPS);
        lines.push(paint(style::on_stdout(), Mark::Faint, &more));
    }
    if state.steps > 0 {
        lines.push(String::new());
    }
    lines
}

fn learnt(state: &State) -> Vec<String> {
    let text = super::progress::gained(state.lesson, &state.gained, state.columns);
    if text.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new()];
    lines.extend(text_lines(&text));
    lines
}

/// Nothing fails: either all is done, or there are holes left.
fn nothing_fails(state: &State) -> Vec<String> {
    let mut lines = rest(state);
    if lines.is_empty() {
        let name = short(state.lesson.name);
        lines.push(format!("Every check of {name} passes."));
        lines.push(format!(
            "cargo xtask solution {name} shows how others would do it; cargo xtask says what comes next."
        ));
        return lines;
    }
    let mut page = vec!["Nothing fails. What is still to do:".to_owned()];
    page.append(&mut lines);
    if let Some(first) = state.in_need() {
        page.push(String::new());
        page.push(format!("Begin with {}: {}", first.program, first.title));
        page.extend(help(state, first));
    }
    page
}

/// What is neither right nor wrong yet, hole by hole.
fn rest(state: &State) -> Vec<String> {
    let Some(report) = state.report() else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for program in state.lesson.programs {
        let checks: Vec<&CheckReport> = report
            .checks
            .iter()
            .filter(|check| check.program == *program)
            .collect();
        let open = super::lesson::open_ends(&checks, style::on_stdout(), state.columns);
        if !open.is_empty() {
            lines.push(paint(style::on_stdout(), Mark::Strong, program));
            lines.extend(text_lines(&open));
        }
    }
    lines
}

fn all(state: &State) -> Vec<String> {
    let Some(report) = state.report() else {
        return vec!["Nothing is checked yet.".to_owned()];
    };
    let mut lines = Vec::new();
    let mut program = "";
    for check in &report.checks {
        if check.program != program {
            program = &check.program;
            lines.push(paint(style::on_stdout(), Mark::Strong, program));
        }
        lines.push(result(check, state.columns));
    }
    lines
}

/// One line for a check, whatever the width.
fn result(check: &CheckReport, columns: usize) -> String {
    let (mark, word) = super::lesson::word(check.outcome);
    let points = match check.outcome {
        Outcome::Passed => check.points.to_string(),
        Outcome::Unavailable => "-".to_owned(),
        _ => format!("{}/{}", check.points, check.max_points),
    };
    let width = columns.saturating_sub(8 + points.len() + 1).clamp(12, 78);
    let mut title: String = check.title.chars().take(width).collect();
    if title.len() < check.title.len() {
        title.pop();
        title.push('…');
    }
    let word = paint(style::on_stdout(), mark, word);
    format!("  {word}  {title:<width$} {points}")
}

fn conversation(state: &State) -> Vec<String> {
    let Some(shown) = state.shown() else {
        return vec![
            "No check fails, and only of those that fail a conversation is kept.".to_owned(),
        ];
    };
    let mut lines = vec![format!("{} {}", shown.program, shown.title), String::new()];
    lines.extend(crate::timeline::draw_whole(shown, state.columns));
    if !shown.stderr.is_empty() {
        lines.push(String::new());
        lines.push("stderr".to_owned());
        lines.extend(shown.stderr.lines().map(super::lesson::printable));
    }
    lines
}

fn lesson_text(state: &State) -> Vec<String> {
    let path = workspace::folder(state.lesson.name, false).join("README.md");
    let text = std::fs::read_to_string(workspace::root().join(&path));
    match text {
        Ok(text) => paragraphs(&text)
            .iter()
            .flat_map(|line| wrap(line, state.columns))
            .collect(),
        Err(error) => vec![format!("failed to read {}: {error}", path.display())],
    }
}

/// A text with each of its paragraphs in one line. Lists, tables, headings and code stay as they are.
fn paragraphs(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut is_code = false;
    let mut may_go_on = false;
    for line in text.lines() {
        let is_fence = line.starts_with("```");
        let is_prose =
            line.starts_with(|letter: char| letter.is_alphabetic() || "`*(\"[".contains(letter));
        match lines.last_mut() {
            Some(last) if may_go_on && is_prose && !is_code && !is_fence => {
                last.push(' ');
                last.push_str(line);
            }
            _ => lines.push(line.to_owned()),
        }
        is_code ^= is_fence;
        may_go_on = is_prose && !is_code && !is_fence;
    }
    lines
}

fn keys() -> Vec<String> {
    KEYS.iter()
        .map(|(key, what)| format!("  {key:<9} {what}"))
        .collect()
}

fn text_lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// Where there is no terminal.
pub(crate) fn without_a_terminal(lesson: &str) {
    let _ = writeln!(
        std::io::stderr(),
        "watching exercises/{lesson}, line by line; Enter checks all again, Ctrl-C ends it"
    );
}

/// A file was saved, where there is no terminal.
pub(crate) fn saved(file: &str) {
    let mut line = String::new();
    let _ = writeln!(line, "\n{file} saved");
    let _ = std::io::stderr().write_all(line.as_bytes());
}
