//! What a student's page says about one lesson.

use super::MOST_OF_NAME;
use super::passed;
use super::shown;
use crate::exports::Level;
use crate::exports::Page;
use crate::exports::Points;
use crate::exports::escape::Fenced;
use crate::exports::escape::code;
use crate::exports::escape::fenced;
use crate::exports::escape::inline;
use crate::verdict::Ignored;
use crate::verdict::ProgramBuild;
use crate::verdict::State;
use crate::verdict::Verdict;
use grader::CheckReport;
use grader::Outcome;
use std::fmt::Write;

/// Of a failure told in full, in bytes.
const MOST_OF_PAGE: usize = 16 * 1024;
/// Of the compiler's messages of a lesson, in bytes.
const MOST_DIAGNOSTICS: usize = 16 * 1024;
/// Of a hint, in bytes.
const MOST_OF_HINT: usize = 1_000;
/// So many of the files that were not taken are named.
const MOST_IGNORED: usize = 20;
/// What the sentence that says how much was left out needs at most.
const LAST_WORDS: usize = 200;

/// The lesson's part of the page, of so many bytes at most where that is possible at all.
pub(super) fn section(verdict: &Verdict, level: Level, page: Page<'_>, share: usize) -> String {
    let lesson = &verdict.report().lesson;
    let mut text = format!("## {}\n\n", inline(lesson, MOST_OF_NAME));
    let reason = inline(&verdict.reason, MOST_OF_NAME);
    match verdict.state {
        State::Missing | State::NothingTaken => {
            let points = shown(verdict.points());
            let what = match verdict.state {
                State::NothingTaken => "Something was handed in, but nothing could be judged",
                _ => "Nothing was handed in",
            };
            let _ = writeln!(text, "{what}: {reason}. That is {points} points.\n");
            text.push_str(&ignored(verdict));
        }
        // What went wrong on our side would tell the student nothing.
        State::Broken => text.push_str(
            "This could not be judged, through no fault of yours. Your instructor knows. There are no points for it yet, neither good nor bad.\n\n",
        ),
        State::Graded => {
            text.push_str(&graded(verdict));
            text.push_str(&ignored(verdict));
            text.push_str(&not_built(verdict));
            let end = others(verdict);
            let room = share.saturating_sub(text.len() + end.len() + LAST_WORDS);
            text.push_str(&failing(verdict, level, page, room));
            text.push_str(&end);
        }
    }
    text
}

fn graded(verdict: &Verdict) -> String {
    let report = verdict.report();
    let checks = passed(&report.checks);
    match verdict.points() {
        Some(Points { got, of }) if got == of && of > 0 => {
            format!("All checks pass: {checks}, {got} of {of} points. Well done.\n\n")
        }
        Some(Points { got, of }) => {
            format!("{checks} checks pass, {got} of {of} points.\n\n")
        }
        None => format!("{checks} checks pass so far.\n\n"),
    }
}

fn ignored(verdict: &Verdict) -> String {
    let ignored = verdict.ignored.iter().filter(|file| !is_everybodys(file));
    let ignored: Vec<&Ignored> = ignored.collect();
    let all = ignored.len() as u64 + verdict.ignored_more;
    if all == 0 {
        return String::new();
    }
    let mut text = String::from("These files were handed in, but not taken:\n\n");
    for file in ignored.iter().take(MOST_IGNORED) {
        let path = code(&file.path, MOST_OF_NAME / 2);
        let why = inline(&file.why, MOST_OF_NAME / 2);
        let _ = writeln!(text, "- {path}: {why}");
    }
    let named = ignored.len().min(MOST_IGNORED) as u64;
    if all > named {
        let _ = writeln!(text, "- and {} more", all - named);
    }
    text.push('\n');
    text
}

/// Every lesson's folder has a manifest, and a lock file where cargo has run in it: that ours are used must alarm nobody.
fn is_everybodys(file: &Ignored) -> bool {
    let name = file.path.rsplit('/').next();
    matches!(name, Some("Cargo.toml" | "Cargo.lock"))
}

/// Programs that could not be run, and what the compiler says about them.
fn not_built(verdict: &Verdict) -> String {
    let programs: Vec<&ProgramBuild> = verdict
        .programs
        .iter()
        .filter(|program| !program.ok)
        .collect();
    let mut text = String::new();
    for program in &programs {
        let checks = &verdict.report().checks;
        let lost = checks.iter().filter(|check| check.program == program.name);
        let points: u64 = lost.clone().map(|check| u64::from(check.max_points)).sum();
        let _ = writeln!(
            text,
            "### {}\n\nCould not be run: {}. With it fail {}, {}.\n",
            inline(&program.name, MOST_OF_NAME),
            inline(&program.reason, MOST_OF_NAME),
            number(lost.count() as u64, "check"),
            number(points, "point"),
        );
        let block = fenced(&program.diagnostics, MOST_DIAGNOSTICS / programs.len()).block;
        if !block.is_empty() {
            let _ = writeln!(text, "{block}");
        }
    }
    text
}

/// A failing check, told in two lengths.
struct Told {
    stage: u8,
    short: String,
    full: String,
}

fn failing(verdict: &Verdict, level: Level, page: Page<'_>, room: usize) -> String {
    let lesson = &verdict.report().lesson;
    let mut checks: Vec<&CheckReport> = verdict
        .report()
        .checks
        .iter()
        .filter(|check| check.outcome.is_failure() && verdict.is_built(&check.program))
        .collect();
    // Stable: within a stage in the lesson's order.
    checks.sort_by_key(|check| check.stage);
    let told = checks.iter().map(|check| tell(check, lesson, level, page));
    let mut text = fit(told, room);
    if level == Level::Names && !checks.is_empty() {
        let command = code(
            &format!("cargo xtask check {}", short(lesson)),
            MOST_OF_NAME,
        );
        let _ = writeln!(text, "\nTo see more on your own machine: {command}\n");
    }
    text
}

/// As many as possible in full from the first on, so that there is room for the others in short.
fn fit(told: impl Iterator<Item = Told>, room: usize) -> String {
    let told: Vec<Told> = told.collect();
    let mut short: usize = told.iter().map(|check| check.short.len() + 40).sum();
    let mut text = String::new();
    let mut stage = None;
    let mut left_out = 0;
    for check in &told {
        short -= check.short.len() + 40;
        let in_full = text.len() + check.full.len() + 40 + short <= room;
        let words = if in_full { &check.full } else { &check.short };
        if text.len() + words.len() + 40 > room {
            left_out += 1;
            continue;
        }
        if stage != Some(check.stage) {
            let gap = if text.is_empty() || text.ends_with("\n\n") {
                ""
            } else {
                "\n"
            };
            let _ = writeln!(text, "{gap}### Stage {}\n", check.stage);
            stage = Some(check.stage);
        }
        text.push_str(words);
    }
    if left_out > 0 {
        let checks = number(left_out, "more check");
        let _ = writeln!(text, "\nThere is no room here for {checks} that fail.\n");
    }
    text
}

fn tell(check: &CheckReport, lesson: &str, level: Level, page: Page<'_>) -> Told {
    let title = inline(&check.title, MOST_OF_NAME);
    let program = inline(&check.program, MOST_OF_NAME);
    let points = format!("{} of {} points", check.points, check.max_points);
    let how = match check.outcome {
        Outcome::TimedOut => ", ran out of time",
        _ => "",
    };
    let stage = check.stage;
    if level == Level::Names {
        let line = format!("- {title} ({program}, {points}{how})\n");
        return Told {
            stage,
            short: line.clone(),
            full: line,
        };
    }
    let heading = format!("#### {title}\n\n{program}, {points}{how}.\n\n");
    let help = help(check, lesson);
    let all = if level == Level::Everything {
        page(check, lesson)
    } else {
        String::new()
    };
    let Fenced { block, is_cut } = fenced(&all, MOST_OF_PAGE);
    let full = if block.is_empty() {
        format!("{heading}{help}")
    } else if is_cut {
        // Its end holds the hint and the command.
        format!("{heading}{block}\n{help}")
    } else {
        format!("{heading}{block}\n")
    };
    let short = format!("{heading}{help}");
    Told { stage, short, full }
}

/// What to think about, and how to see it again.
fn help(check: &CheckReport, lesson: &str) -> String {
    let hint = inline(&check.hint, MOST_OF_HINT);
    let command = format!(
        "cargo xtask check {} {} --seed {}",
        short(lesson),
        check.name,
        check.seed
    );
    let command = code(&command, MOST_OF_NAME);
    let mut text = String::new();
    if !hint.is_empty() {
        let _ = writeln!(text, "Hint: {hint}\n");
    }
    let _ = writeln!(text, "To see it on your own machine: {command}\n");
    text
}

/// What neither passes nor fails, a paragraph for each reason.
fn others(verdict: &Verdict) -> String {
    let mut text = String::new();
    for (outcome, words) in [
        (
            Outcome::NotStarted,
            "Not started, the program runs into a `todo!`",
        ),
        (
            Outcome::Blocked,
            "Not run yet, since the program passes nothing of the stage before",
        ),
        (
            Outcome::Unavailable,
            "Not available on the machine that judged this, and counted for nothing",
        ),
        (
            Outcome::Broken,
            "Could not be judged, through no fault of yours; your instructor knows",
        ),
    ] {
        let lines: String = verdict
            .programs
            .iter()
            .filter(|program| program.ok)
            .filter_map(|program| ended_like_this(verdict, &program.name, outcome))
            .collect();
        if !lines.is_empty() {
            let _ = writeln!(text, "{words}:\n\n{lines}");
        }
    }
    if text.is_empty() {
        text
    } else {
        format!("### Other checks\n\n{text}")
    }
}

/// The checks of a program that ended like this, on a line; `None` where there are none.
fn ended_like_this(verdict: &Verdict, program: &str, outcome: Outcome) -> Option<String> {
    let checks = &verdict.report().checks;
    let of_program = checks.iter().filter(|check| check.program == program);
    let all = of_program.clone().count();
    let like_this: Vec<&CheckReport> = of_program
        .filter(|check| check.outcome == outcome)
        .collect();
    let which = match like_this.as_slice() {
        [] => return None,
        // Whoever has not begun a program need not read what all it will have to do.
        some if some.len() == all => format!("all of its {}", number(all as u64, "check")),
        some => some
            .iter()
            .map(|check| inline(&check.title, MOST_OF_NAME))
            .collect::<Vec<_>>()
            .join("; "),
    };
    Some(format!("- {}: {which}\n", inline(program, MOST_OF_NAME)))
}

/// What the commands call the lesson: `lesson2` for `lesson2-echo`.
fn short(lesson: &str) -> &str {
    lesson.split_once('-').map_or(lesson, |(short, _)| short)
}

fn number(count: u64, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
